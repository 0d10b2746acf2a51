using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>Artifact locations on this machine: <c>file:</c> URIs, and the bare absolute paths that MLflow clients write.</summary>
internal static class LocalLocation
{
    private const string Scheme = "file:";
    private const string Prefix = Scheme + "//";

    /// <summary>Whether a location means this machine: a <c>file:</c> URI without a host, or an absolute path.</summary>
    public static bool IsLocal(string location) =>
        Path.IsPathFullyQualified(location)
        || (HasScheme(location) && Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri is { IsFile: true, Host: "" or "localhost" });

    /// <summary>The URI of an absolute path, every part percent-encoded so that MLflow's reader gets the same path back.</summary>
    public static string ToUri(string path)
    {
        var parts = path.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString);
        var encoded = string.Join('/', parts).Replace("%3A", ":", StringComparison.Ordinal);
        return Prefix + (encoded.StartsWith('/') ? "" : "/") + encoded;
    }

    /// <summary>A location below another: the path is encoded where the location is a <c>file:</c> URI, and as it is anywhere else.</summary>
    public static string Append(string location, string path) =>
        $"{location.TrimEnd('/')}/{(HasScheme(location) ? string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) : path)}";

    /// <summary>The path of a location.</summary>
    /// <exception cref="ModelOpsException">The location is elsewhere, or its path is not absolute and plain (MOP2009).</exception>
    public static string ToPath(string location, ArtifactFailures failures)
    {
        var path = HasScheme(location) ? Decode(location) : location;
        if (path is null || !Path.IsPathFullyQualified(path) || path.Contains('\0', StringComparison.Ordinal)
            || path.StartsWith(@"\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal)
            || path.Split('/', Path.DirectorySeparatorChar).Contains("..", StringComparer.Ordinal))
        {
            throw failures.UnsafeLocation(
                $"The artifact location '{location}' is refused: expected a file: URI or an absolute path of this machine, without '..'.");
        }

        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    private static bool HasScheme(string location) => location.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    private static string? Decode(string uri)
    {
        if (uri.AsSpan().ContainsAny('?', '#'))
        {
            return null;
        }

        var rest = uri[Scheme.Length..];
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            var host = slash < 0 ? rest[2..] : rest[2..slash];
            if (slash < 0 || host is not ("" or "localhost"))
            {
                return null;
            }

            rest = rest[slash..];
        }

        var path = Uri.UnescapeDataString(rest);
        return OperatingSystem.IsWindows() ? path.TrimStart('/') : path;
    }
}
