using ModelOps.Abstractions.Text;

namespace ModelOps.Abstractions.Registry;

/// <summary>Which names of registered models a registry takes, of those that are names at all.</summary>
/// <param name="Levels">Number of levels that every name must have, separated by dots; null where any number will do.</param>
/// <param name="RefusedInLevels">Characters that no level may have.</param>
/// <param name="LongestLevel">Most characters of a level.</param>
public sealed record NameRule(int? Levels = null, string RefusedInLevels = "", int LongestLevel = int.MaxValue)
{
    private const string Example = "catalog.schema.model";

    /// <summary>Every name that MLflow takes.</summary>
    public static NameRule Any { get; } = new();

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    /// <param name="model">The name.</param>
    public string? FindProblem(ModelName model)
    {
        var levels = model.Levels;
        if (Levels is { } count && (levels.Count != count || levels.Any(string.IsNullOrWhiteSpace)))
        {
            return $"This registry names models {string.Join('.', Example.Split('.').TakeLast(count))}: {count} levels with a dot between them, so no level has a dot. "
                + $"'{model}' has {levels.Count} level(s): {string.Join(", ", levels.Select(level => $"'{level}'"))}. A space belongs to its level.";
        }

        var refused = levels.SelectMany(level => level).Where(letter => RefusedInLevels.Contains(letter, StringComparison.Ordinal)).Distinct().ToList();
        return refused.Count > 0 ? $"'{model}' has {string.Join(", ", refused.Select(letter => $"'{letter}'"))}, which this registry does not take in names."
            : levels.FirstOrDefault(level => VisibleText.Points(level).Count() > LongestLevel) is { } tooLong
                ? $"A level of '{model}' has {VisibleText.Points(tooLong).Count()} characters; this registry takes {LongestLevel}."
            : null;
    }
}
