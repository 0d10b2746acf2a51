using ModelOps.Core.Processes;

namespace ModelOps.Core.Suites;

/// <summary>The placeholders that every command of a stage may have, beside its parameters.</summary>
internal static class StageCommand
{
    /// <summary>Placeholder of the file that the command writes its results to.</summary>
    public const string Results = "results";

    /// <summary>Placeholder of the fraction of the data.</summary>
    public const string Sample = "sample";

    /// <summary>Names that no parameter may have.</summary>
    public static IReadOnlyList<string> Reserved { get; } = [Results, Sample];

    /// <summary>Whether words have a placeholder.</summary>
    public static bool Has(IReadOnlyList<string> words, string name) => CommandText.Placeholders(words).Contains(name, StringComparer.Ordinal);
}
