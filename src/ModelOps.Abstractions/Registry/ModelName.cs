using System.Diagnostics.CodeAnalysis;

namespace ModelOps.Abstractions.Registry;

/// <summary>
/// Name of a registered model: one to three levels (<c>model</c>, <c>schema.model</c>, <c>catalog.schema.model</c>) or any dotted name
/// that MLflow accepts. ASCII letters and digits, <c>_</c>, <c>-</c> and inner spaces in every level; at most 255 characters.
/// </summary>
/// <remarks>Stricter than MLflow: quotes, slashes, <c>:</c>, <c>@</c> and <c>%</c> would change the meaning of a filter,
/// path or URI, and letters of other scripts can look like ASCII ones.</remarks>
public sealed record ModelName
{
    internal const string Expected =
        "a registered model's name such as churn or staging.fraud.scorer: ASCII letters, digits, '_', '-' and inner spaces, levels separated by '.'";

    private ModelName(string value) => Value = value;

    /// <summary>The whole name.</summary>
    public string Value { get; }

    /// <summary>Levels from left to right.</summary>
    public IReadOnlyList<string> Levels => Value.Split('.');

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is no such name.</exception>
    public static ModelName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not {Expected}.");

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ModelName? name)
    {
        var valid = text.Length is > 0 and <= 255 && text.Split('.').All(IsLevel);
        name = valid ? new(text) : null;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool IsLevel(string level) =>
        level.Length > 0
        && level[0] != ' '
        && level[^1] != ' '
        && level.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or ' ');
}
