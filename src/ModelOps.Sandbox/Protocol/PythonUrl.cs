using System.Buffers;

namespace ModelOps.Sandbox.Protocol;

/// <summary>
/// Parts of a URI as Python's <c>urllib.parse.urlparse</c> finds them, which decides what MLflow takes for local: <see cref="System.Uri"/> would
/// tidy up first.
/// </summary>
/// <param name="Scheme">In lower case; empty when there is none.</param>
/// <param name="Authority">What stands between two slashes and the path; empty when there is none.</param>
/// <param name="Path">The path, without query and fragment.</param>
internal sealed record PythonUrl(string Scheme, string Authority, string Path)
{
    /// <summary>Host name in lower case; null when there is none.</summary>
    public string? Host
    {
        get
        {
            var host = Authority[(Authority.LastIndexOf('@') + 1)..];
            var end = host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) : host.IndexOf(':', StringComparison.Ordinal);
            host = (end < 0 ? host : host[..end]).TrimStart('[');
            return host.Length == 0 ? null : host.ToLowerInvariant();
        }
    }

    /// <summary>Takes a URI apart.</summary>
    public static PythonUrl Parse(string text)
    {
        var rest = text.TrimStart([.. Enumerable.Range(0, ' ' + 1).Select(code => (char)code)])
            .Replace("\t", "", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal);
        var scheme = FindScheme(rest);
        rest = scheme.Length == 0 ? rest : rest[(scheme.Length + 1)..];
        var authority = "";
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var end = rest.AsSpan(2).IndexOfAny("/?#");
            authority = end < 0 ? rest[2..] : rest.Substring(2, end);
            rest = rest[(2 + authority.Length)..];
        }

        var path = rest.Split('#', 2)[0].Split('?', 2)[0];
        return authority.Contains('[', StringComparison.Ordinal) == authority.Contains(']', StringComparison.Ordinal)
            ? new(scheme.ToLowerInvariant(), authority, path)
            : throw MlflowFault.Invalid($"Invalid model version source: '{text}'. The host is no IPv6 address.");
    }

    /// <summary>The scheme that a text begins with, as it is written; empty when it begins with none.</summary>
    public static string FindScheme(string text)
    {
        var end = text.IndexOf(':', StringComparison.Ordinal);
        return end > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, end).IndexOfAnyExcept(SchemeCharacters) < 0 ? text[..end] : "";
    }

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
