using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.FileStore.Files;

namespace ModelOps.FileStore;

/// <summary>From the URI of a file store to its directory.</summary>
internal static class FileStorePath
{
    private const string Scheme = "file:";

    /// <summary>The directory, absolute and free of links.</summary>
    /// <exception cref="ModelOpsException">The URI names another machine or no directory (MOP2001).</exception>
    public static string Resolve(BackendAddress address)
    {
        if (Find(address.Uri, address.WorkingDirectory) is not { } path)
        {
            throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.UnsupportedUri.At(
                $"'{CatalogUri.Redact(address.Uri)}' names no directory of this machine. Expected file:relative/mlruns or file:///absolute/mlruns."));
        }

        try
        {
            return LinkFreePath.Resolve(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Unreadable($"The directory '{path}' cannot be used: {error.Message}", error);
        }
    }

    /// <summary>The URI with an absolute path; one that names no directory as it is.</summary>
    public static string Absolute(string uri, string directory) => Find(uri, directory) is { } path ? LocalLocation.ToUri(path) : uri;

    private static string? Find(string uri, string directory)
    {
        var rest = uri[Scheme.Length..];
        if (rest.AsSpan().ContainsAny('?', '#', '\0'))
        {
            return null;
        }

        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            if (slash < 0 || rest[2..slash] is not ("" or "localhost"))
            {
                return null;
            }

            rest = rest[slash..];
        }

        // A drive stands behind a slash that is no part of its path.
        var path = Uri.UnescapeDataString(rest);
        path = OperatingSystem.IsWindows() && path.Length > 2 && path[0] == '/' && path[2] == ':' ? path[1..] : path;
        return path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)
            ? null
            : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Path.GetFullPath(directory)));
    }
}
