using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Mlflow;

/// <summary>
/// Keeps a server from naming paths of the machine that calls it, one on the same machine too: it may name those below the directory that modelops.yml has
/// for its environment, and no other.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="address">Where it is, and which directory it may name.</param>
internal sealed class ServerDisk(ServerUri server, BackendAddress address)
{
    private static readonly ArtifactFailures Failures = new(ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation);

    /// <summary>A location that a server gave out, unless it is a path that it may not name.</summary>
    /// <exception cref="ModelOpsException">It is outside of the directory (MOP2009), or there is none (MOP2121, exit 2).</exception>
    public string Check(string location)
    {
        if (!LocalLocation.IsLocal(location))
        {
            return location;
        }

        var path = LocalLocation.ToPath(location, Failures);
        if (address.ArtifactRoot is not { Length: > 0 } given)
        {
            throw new ModelOpsException(ExitCode.BadInput, NetworkDiagnostics.ArtifactRootUnset.At(
                $"The server {server.Uri.Host} keeps artifacts in '{location}'. If this machine has that directory and the server may write and read there, add the line "
                + $"`artifact_root: {RootOf(path)}` below environments.{(address.Environment.Length == 0 ? "NAME" : address.Environment)} in modelops.yml; "
                + "else serve artifacts through the server: `mlflow server --serve-artifacts` with a default artifact root of mlflow-artifacts:/."));
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given, address.WorkingDirectory));
        if (path != root && !path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw Failures.UnsafeLocation($"The server {server.Uri.Host} keeps artifacts in '{location}', outside of '{root}', which artifact_root has for it.");
        }

        return path != root && LinkFreePath.FindLink(root, path) is { } link
            ? throw Failures.UnsafeLocation($"The server {server.Uri.Host} keeps artifacts in '{location}', and '{link}' is a link: links are not followed.")
            : location;
    }

    // A run has its files in EXPERIMENT/RUN/artifacts below the root, a logged model in EXPERIMENT/models/MODEL/artifacts.
    private static string RootOf(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        var at = Array.FindLastIndex(parts, part => part == "artifacts");
        var levels = at >= 3 && parts[at - 2] == "models" ? 3 : 2;
        return at > levels ? string.Join(Path.DirectorySeparatorChar, parts[..(at - levels)]) : path;
    }
}
