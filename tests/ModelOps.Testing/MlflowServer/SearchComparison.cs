using System.Text.RegularExpressions;

namespace ModelOps.Testing.MlflowServer;

/// <summary>One comparison of a search filter.</summary>
/// <param name="Identifier">What is compared: an attribute, or <c>tags.</c> and a key.</param>
/// <param name="Value">The text on the right; with wildcards for LIKE.</param>
/// <param name="IsLike">Whether the operator is LIKE; else it is <c>=</c>.</param>
internal sealed record SearchComparison(string Identifier, string Value, bool IsLike)
{
    private const string TagPrefix = "tags.";

    public bool IsTag => Identifier.StartsWith(TagPrefix, StringComparison.Ordinal);

    public string TagKey => Identifier[TagPrefix.Length..];

    public bool Fits(string actual) => IsLike
        ? Regex.IsMatch(actual, $@"\A{Regex.Escape(Value).Replace("%", ".*", StringComparison.Ordinal).Replace("_", ".", StringComparison.Ordinal)}\z", RegexOptions.Singleline)
        : actual == Value;
}
