using System.Diagnostics.CodeAnalysis;
using ModelOps.Abstractions.Text;

namespace ModelOps.Abstractions.Registry;

/// <summary>
/// An alias: 1 to 255 ASCII letters, digits, <c>_</c> or <c>-</c>, kept as it is spelled; not <c>latest</c>, not <c>v</c> and digits.
/// </summary>
/// <remarks>MLflow's own rule also lets a final line feed and look-alike letters of other scripts through; this one does not.</remarks>
public sealed record AliasName
{
    internal const string Expected =
        "an alias of ASCII letters, digits, '_' and '-', other than 'latest' or 'v' followed by digits";

    private AliasName(string value) => Value = value;

    /// <summary>The alias that serves.</summary>
    public static AliasName Champion { get; } = new("champion");

    /// <summary>The alias that wants to.</summary>
    public static AliasName Challenger { get; } = new("challenger");

    /// <summary>The alias as it was spelled.</summary>
    public string Value { get; }

    /// <summary>Reads an alias.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is no alias.</exception>
    public static AliasName Parse(string text) =>
        TryParse(text, out var alias) ? alias : throw new FormatException($"'{VisibleText.Of(text)}' is not {Expected}.");

    /// <summary>Reads an alias.</summary>
    /// <param name="text">The text.</param>
    /// <param name="alias">The alias.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out AliasName? alias)
    {
        // Before the case is folded: the Kelvin sign becomes an ASCII letter by it.
        var isAscii = text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
        var lower = text.ToLowerInvariant();
        var valid = isAscii
            && lower.Length is > 0 and <= 255
            && lower != "latest"
            && !(lower[0] == 'v' && lower.Length > 1 && lower.Skip(1).All(char.IsAsciiDigit));
        alias = valid ? new(text) : null;
        return valid;
    }

    /// <summary>Whether a text is this alias in any spelling: what the role of an alias is does not depend on capitals.</summary>
    internal bool IsSpelledAs(string text) => Value.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is an alias of the champion, in any spelling.</summary>
    internal bool IsChampions(AliasName champion) => IsSpelledAs(Champion.Value) || IsSpelledAs(champion.Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
