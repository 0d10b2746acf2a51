using System.Diagnostics.CodeAnalysis;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Text.Unicode;

namespace ModelOps.Abstractions.Registry;

/// <summary>
/// Name of a registered model in any alphabet: all that MLflow takes, at most 256 characters without <c>/</c> and <c>:</c>, but no control, format and
/// bidirectional characters. Dots separate levels (<c>catalog.schema.model</c>) only where a registry needs levels.
/// </summary>
/// <remarks>The text stays as it was given, because a registry compares it byte by byte. Two names are equal when their Normalization Form C is: a
/// letter with its accent is one letter however it is written.</remarks>
public sealed record ModelName
{
    internal const string Expected =
        "a registered model's name such as churn, previsão-churn or staging.fraud.scorer: at most 256 characters, no '/' and ':', no control and format characters";

    private string? _normalized;

    private ModelName(string value) => Value = value;

    /// <summary>The whole name, as it was given.</summary>
    public string Value { get; }

    /// <summary>Levels from left to right: what stands between dots, also where that is nothing.</summary>
    public IReadOnlyList<string> Levels => Value.Split('.');

    /// <summary>The name in Normalization Form C: how a new model is named.</summary>
    internal string Normalized => _normalized ??= Nfc.Of(Value);

    /// <summary>Whether the name can be written in one way only.</summary>
    internal bool IsAscii => Value.All(char.IsAscii);

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is no such name; the message says which character is the reason.</exception>
    public static ModelName Parse(string text) => ModelNameRules.FindProblem(text) is { } problem
        ? throw new FormatException($"'{VisibleText.Of(text)}' is not {Expected}; {problem}.")
        : new(text);

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ModelName? name)
    {
        name = ModelNameRules.FindProblem(text) is null ? new(text) : null;
        return name is not null;
    }

    /// <summary>Whether both are one name.</summary>
    /// <param name="other">The other name.</param>
    public bool Equals(ModelName? other) => other is not null && (Value == other.Value || Normalized == other.Normalized);

    /// <inheritdoc />
    public override int GetHashCode() => Normalized.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Value;
}
