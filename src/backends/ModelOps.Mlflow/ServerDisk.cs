using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Mlflow;

/// <summary>Keeps a server from naming paths of the machine that calls it: what it calls a path is one of its own machine.</summary>
internal static class ServerDisk
{
    /// <summary>A location that a server gave out, unless it is a path and the server is on another machine.</summary>
    /// <exception cref="ModelOpsException">It is (MOP2009).</exception>
    public static string Check(string location, ServerUri server) => !LocalLocation.IsLocal(location) || server.Uri.IsLoopback ? location : throw new ModelOpsException(
        ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At(
            $"The server {server.Uri.Host} keeps artifacts in '{location}', a path of its own machine, and this is another one. "
            + "Serve artifacts through the server: `mlflow server --serve-artifacts` with a default artifact root of mlflow-artifacts:/."));
}
