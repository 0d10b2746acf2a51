using System.Diagnostics.CodeAnalysis;

namespace ModelOps.Abstractions.Tracking;

/// <summary>A tag of a model version, registered model or run.</summary>
/// <param name="Key">Key: 1 to 250 characters of letters, digits, <c>_ - . /</c>, space or <c>:</c>.</param>
/// <param name="Value">Value; may be empty.</param>
public sealed record Tag(string Key, string Value)
{
    internal const string Expected = "key=value, the key of letters, digits, '_', '-', '.', '/', ':' and inner spaces";

    /// <summary>Reads <c>key=value</c>; the first <c>=</c> separates.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tag">The tag.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Tag? tag)
    {
        var separator = text.IndexOf('=', StringComparison.Ordinal);
        tag = separator > 0 && IsKey(text[..separator]) ? new(text[..separator], text[(separator + 1)..]) : null;
        return tag is not null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Key}={Value}";

    // MLflow compares a key with its POSIX-normalised form, so empty, '.' and '..' segments are refused there.
    internal static bool IsKey(string key) =>
        key.Length <= 250
        && key.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or '/' or ' ' or ':')
        && key.Trim() == key
        && key.Split('/').All(segment => segment is not ("" or "." or ".."));
}
