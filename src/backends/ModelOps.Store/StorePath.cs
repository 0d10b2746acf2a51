using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store;

/// <summary>From the URI of an embedded catalog to its file.</summary>
internal static class StorePath
{
    private const string Prefix = "sqlite:///";

    /// <summary>The file, absolute and free of links.</summary>
    public static string Resolve(BackendAddress address)
    {
        var uri = address.Uri;
        var relative = uri.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? uri[Prefix.Length..] : "";
        if (!NamesFile(relative))
        {
            throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.UnsupportedUri.At(
                $"'{CatalogUri.Redact(uri)}' names no file. Expected sqlite:///relative/path.db or sqlite:////absolute/path.db, "
                + "without parameters."));
        }

        try
        {
            return LinkFreePath.Resolve(Path.GetFullPath(relative, Path.GetFullPath(address.WorkingDirectory)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Unusable($"The directory of '{CatalogUri.Redact(uri)}' cannot be used: {error.Message}", error);
        }
    }

    /// <summary>The URI with an absolute path; one that names no file as it is.</summary>
    public static string Absolute(string uri, string directory) =>
        uri.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Prefix + Path.GetFullPath(uri[Prefix.Length..], directory) : uri;

    // SQLite takes ':memory:' and 'file:' for something else than a file of that name.
    private static bool NamesFile(string path) =>
        path.Length > 0
        && path[^1] != '/'
        && !path.AsSpan().ContainsAny('?', '#', '\0')
        && (!path.Contains(':', StringComparison.Ordinal) || Path.IsPathFullyQualified(path));
}
