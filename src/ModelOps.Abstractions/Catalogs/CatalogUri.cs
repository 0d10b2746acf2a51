namespace ModelOps.Abstractions.Catalogs;

/// <summary>Helpers for the URIs of catalogs and repositories.</summary>
public static class CatalogUri
{
    /// <summary>
    /// The URI without user name, password, query and fragment, for messages and the ledger. A password that is not escaped as it should be, with a
    /// slash or an at sign in it, goes too, and so does one in git's form <c>user:password@host:path</c>.
    /// </summary>
    /// <param name="uri">Any URI of a catalog or of a repository.</param>
    public static string Redact(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : scheme + 3;
        var bare = uri[start..];
        bare = bare[(CredentialsEnd(bare, hasScheme: scheme >= 0) + 1)..];
        var query = bare.AsSpan().IndexOfAny('?', '#');
        return uri[..start] + (query < 0 ? bare : bare[..(query + 1)] + "***");
    }

    /// <summary>Position of the at sign that ends the credentials; -1 when there are none.</summary>
    private static int CredentialsEnd(string text, bool hasScheme)
    {
        if (text.IndexOf('@', StringComparison.Ordinal) is not (>= 0 and var first))
        {
            return -1;
        }

        var end = text.AsSpan().IndexOfAny('/', '?', '#') is >= 0 and var found ? found : text.Length;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var isPassword = colon >= 0 && colon < first;
        if (first > end)
        {
            var isPort = text.AsSpan(colon + 1, Math.Max(0, end - colon - 1)).ContainsAnyExceptInRange('0', '9') is false;
            return hasScheme && isPassword && colon < end && !isPort ? text.LastIndexOf('@') : -1;
        }

        return isPassword ? text.LastIndexOf('@') : hasScheme ? text.LastIndexOf('@', end - 1) : -1;
    }
}
