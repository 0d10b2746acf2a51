namespace ModelOps.Core.Registry;

/// <summary>Helpers for MLflow's catalog URIs.</summary>
public static class CatalogUri
{
    /// <summary>The URI without user name and password, for messages and the ledger.</summary>
    /// <param name="uri">Any catalog URI.</param>
    public static string Redact(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return uri;
        }

        var authority = scheme + 3;
        var end = uri.IndexOfAny(['/', '?', '#'], authority);
        var at = uri.LastIndexOf('@', end < 0 ? uri.Length - 1 : end);
        return at < authority ? uri : uri[..authority] + uri[(at + 1)..];
    }
}
