namespace ModelOps.Http;

/// <summary>An address as a log may show it: without user and password, and of its query only the values that are known to be none.</summary>
internal static class LoggedUri
{
    // An address with a signature or a token in its query opens what it names to whoever has it.
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "alias", "experiment_id", "experiment_name", "filter", "max_results", "name", "order_by", "partNumber", "path", "run_id", "version",
    };

    /// <summary>The text.</summary>
    public static string Of(Uri uri)
    {
        var address = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.SafeUnescaped);
        return uri.Query.Length <= 1 ? address : $"{address}?{string.Join('&', uri.Query[1..].Split('&').Select(Show))}";
    }

    private static string Show(string field)
    {
        var (name, value) = field.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (field[..at], field[(at + 1)..]) : (field, "");
        return !Open.Contains(name) ? $"{name}=***" : $"{name}={Uri.UnescapeDataString(value.Replace('+', ' '))}";
    }
}
