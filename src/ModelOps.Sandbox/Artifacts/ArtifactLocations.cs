using System.Globalization;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Versions;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Where runs, logged models and versions keep their artifacts.</summary>
internal static class ArtifactLocations
{
    private const string Scheme = ServerContext.ArtifactRootUri;
    private const string Route = "/api/2.0/mlflow-artifacts/artifacts/";

    /// <summary>Location of a run.</summary>
    /// <exception cref="MlflowFault">There is no such run.</exception>
    public static string OfRun(ServerContext server, string runId) => server.Store.Read(connection => RunLocation.Get(connection, runId));

    /// <summary>Location of a logged model.</summary>
    /// <exception cref="MlflowFault">There is no such logged model.</exception>
    public static string OfLoggedModel(ServerContext server, string modelId) =>
        server.Store.Read(connection => LoggedModelRows.Get(connection, modelId).Location);

    /// <summary>Location of a model version.</summary>
    /// <exception cref="MlflowFault">There is no such version.</exception>
    public static string OfVersion(ServerContext server, string name, string version)
    {
        if (!int.TryParse(version, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw MlflowFault.Invalid($"Parameter 'version' must be an integer, got {PythonText.Quote(version)}.");
        }

        const string Sql =
            """
            SELECT COALESCE(NULLIF(storage_location, ''), source, '') FROM model_versions
            WHERE name = $name AND version = $version AND current_stage <> 'Deleted_Internal'
            """;
        return server.Store.Read(connection => connection.Scalar(Sql, ("$name", name), ("$version", number))) as string
            ?? throw VersionRows.NotFound(name, version);
    }

    /// <summary>The path of a location below the root of the artifacts.</summary>
    /// <exception cref="MlflowFault">The location is elsewhere.</exception>
    public static string ToPath(ServerContext server, string location)
    {
        if (location.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            var rest = location[Scheme.Length..];
            var slash = rest.StartsWith("//", StringComparison.Ordinal) ? rest.IndexOf('/', 2) : 0;
            return slash < 0 ? "" : ArtifactPath.Parse(rest[slash..].TrimStart('/'));
        }

        if (location.StartsWith("http", StringComparison.OrdinalIgnoreCase) && location.IndexOf(Route, StringComparison.Ordinal) is >= 0 and var start)
        {
            return ArtifactPath.Parse(location[(start + Route.Length)..].TrimStart('/'));
        }

        return ToLocalPath(server, location)
            ?? throw MlflowFault.Invalid($"The artifact location '{location}' is not served: it is outside of the artifacts of this server.");
    }

    /// <summary>The scheme of a location, in lower case; empty for a plain path.</summary>
    public static string SchemeOf(string location) =>
        location.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? location[..colon].ToLowerInvariant() : "";

    private static string? ToLocalPath(ServerContext server, string location)
    {
        if (!LocalLocation.IsLocal(location))
        {
            return null;
        }

        try
        {
            var relative = Path.GetRelativePath(server.ArtifactDirectory, LocalLocation.ToPath(location, StoreErrors.Artifacts));
            var path = relative.Replace(Path.DirectorySeparatorChar, '/');
            return relative == "." ? "" : Path.IsPathRooted(relative) || path.Split('/')[0] == ".." ? null : ArtifactPath.Parse(path);
        }
        catch (ModelOpsException)
        {
            return null;
        }
    }
}
