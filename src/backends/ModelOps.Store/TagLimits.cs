using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Store;

/// <summary>
/// MLflow's limits of tags (mlflow/utils/validation.py). A run tag that is too long is refused, where an MLflow server would cut it silently: a
/// ledger entry that is cut is no entry.
/// </summary>
internal static class TagLimits
{
    private const int MaxRunValue = 8_000;
    private const int MaxModelValue = 5_000;

    public static void RequireVersionTags(IReadOnlyList<Tag> tags) => Require(tags, TagRule.Mlflow.LongestValue);

    public static void RequireRunTags(IReadOnlyList<Tag> tags) => Require(tags, MaxRunValue);

    /// <summary>The limit of registered models, and of experiments.</summary>
    public static void RequireModelTags(IReadOnlyList<Tag> tags) => Require(tags, MaxModelValue);

    private static void Require(IReadOnlyList<Tag> tags, int maxValue)
    {
        var problems = tags
            .Select(tag => FindProblem(tag, maxValue))
            .OfType<string>()
            .Select(text => RegistryDiagnostics.ServerError.At(text))
            .ToList();
        if (problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }
    }

    private static string? FindProblem(Tag tag, int maxValue) =>
        !Tag.IsKey(tag.Key) ? $"The tag key '{tag.Key}' is refused: expected at most 250 letters, digits, '_', '-', '.', '/', ':' and inner spaces."
        : tag.Value.Length > maxValue ? $"The value of tag '{tag.Key}' has {tag.Value.Length} characters; the limit is {maxValue}."
        : null;
}
