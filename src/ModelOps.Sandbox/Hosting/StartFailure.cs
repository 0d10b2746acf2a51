using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Launching;

namespace ModelOps.Sandbox.Hosting;

/// <summary>Failures to start, in the words of the diagnostic catalogue.</summary>
internal static class StartFailure
{
    /// <summary>The failure as the toolkit's own; null when nobody expects it.</summary>
    public static ModelOpsException? Of(Exception failure, SandboxOptions options) => failure switch
    {
        ModelOpsException expected => expected,
        SocketException or IOException { InnerException: AddressInUseException } => new(ExitCode.BadInput, SandboxDiagnostics.NotReady.At(
            $"The sandbox cannot listen on {options.Host}, port {options.Port}: {failure.Message}")),
        IOException => new(ExitCode.BadInput, HostDiagnostics.FileFailed.At(failure.Message)),
        _ => null,
    };
}
