using ModelOps.Abstractions.Tracking;

namespace ModelOps.Abstractions.Registry;

/// <summary>Which tags a registry takes from callers. The toolkit's own keys are written in whatever form its adapter finds for them.</summary>
/// <param name="RefusedInKeys">Characters that no key may have.</param>
/// <param name="LongestKey">Most characters of a key.</param>
/// <param name="LongestValue">Most characters of a value.</param>
public sealed record TagRule(string RefusedInKeys, int LongestKey, int LongestValue)
{
    /// <summary>MLflow's own rule (mlflow/utils/validation.py); which characters a key may have is checked by <see cref="Tag.TryParse"/>.</summary>
    public static TagRule Mlflow { get; } = new("", 250, 100_000);

    /// <summary>What is wrong with a tag of a caller; null when nothing is.</summary>
    /// <param name="tag">The tag.</param>
    public string? FindProblem(Tag tag)
    {
        var refused = tag.Key.AsSpan().IndexOfAny(RefusedInKeys);
        return refused >= 0 ? $"The key of the tag '{tag.Key}' has '{tag.Key[refused]}', which this registry does not take in keys. Refused are: {string.Join(' ', RefusedInKeys.ToCharArray())}"
            : tag.Key.Length > LongestKey ? $"The key of the tag '{tag.Key[..32]}…' has {tag.Key.Length} characters; this registry takes {LongestKey}."
            : tag.Value.Length > LongestValue ? $"The value of the tag '{tag.Key}' has {tag.Value.Length} characters; this registry takes {LongestValue}."
            : null;
    }
}
