using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ModelOps.Core.Gates.Metadata;

/// <summary>What the value of a tag must be: any text, or what a regular expression matches from its first to its last character.</summary>
/// <param name="text">Text under <c>gates.metadata.tags</c>.</param>
internal sealed class TagPattern(string text)
{
    private const string AnyText = "required";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>Whether any text will do.</summary>
    public bool IsAnyText => text == AnyText;

    /// <summary>Checks a pattern. Patterns that could take more than linear time are refused.</summary>
    public static bool TryValidate(string text, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            problem = text.Trim().Length == 0 ? "the pattern is empty" : null;
            _ = new Regex(text, Options);
            _ = Compile(text);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            problem = failure.Message.TrimEnd('.');
        }

        return problem is null;
    }

    public bool Matches(string value) => IsAnyText ? value.Trim().Length > 0 : Compile(text).IsMatch(value);

    // The whole is grouped first, so that no alternative escapes from the anchors. Only what is a pattern by itself gets here: 'a)|(b' is none.
    private static Regex Compile(string pattern) => new($@"\A(?:{pattern})\z", Options);
}
