using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Registry;
using ModelOps.Store.Artifacts;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store;

/// <summary>From the URI of an embedded catalog to its file.</summary>
internal static class StorePath
{
    private const string Prefix = "sqlite:///";

    /// <summary>The file, absolute and free of links; its directory is made when it is not there.</summary>
    public static string Resolve(CatalogAddress address)
    {
        var uri = address.RegistryUri;
        var relative = uri.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? uri[Prefix.Length..] : "";
        if (relative.Length == 0 || relative[^1] == '/' || relative.Contains(':', StringComparison.Ordinal) && !Path.IsPathFullyQualified(relative)
            || relative.AsSpan().ContainsAny('?', '#', '\0'))
        {
            throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.UnsupportedUri.At(
                $"'{CatalogUri.Redact(uri)}' names no file. Expected sqlite:///relative/path.db or sqlite:////absolute/path.db, without parameters."));
        }

        try
        {
            var file = LinkFreePath.Resolve(Path.GetFullPath(relative, Path.GetFullPath(address.WorkingDirectory)));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Unusable($"The directory of '{CatalogUri.Redact(uri)}' cannot be used: {error.Message}", error);
        }
    }
}
