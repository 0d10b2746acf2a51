using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Launching;

namespace ModelOps.Sandbox.Hosting;

/// <summary>The process: one line of options in, one line of readiness out, then serves until something ends it.</summary>
internal static class SandboxProgram
{
    /// <summary>Runs the process.</summary>
    /// <param name="input">Gives the options; its end is the end of the starter.</param>
    /// <param name="output">Takes the answer.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(TextReader input, TextWriter output)
    {
        var options = JsonSerializer.Deserialize(await input.ReadLineAsync() ?? "{}", SandboxJson.Default.SandboxOptions)!;
        using var life = new ServerLife(options, input);
        SandboxServer server;
        try
        {
            server = await SandboxServer.StartAsync(options, TimeProvider.System, life.Ended);
        }
        catch (ModelOpsException failure)
        {
            await WriteAsync(output, new() { ProcessId = Environment.ProcessId, Problems = [.. failure.Diagnostics.Select(ToProblem)] });
            return (int)failure.ExitCode;
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            var isAddress = failure is SocketException or { InnerException: AddressInUseException };
            var problem = isAddress
                ? SandboxDiagnostics.NotReady.At($"The sandbox cannot listen on {options.Host}, port {options.Port}: {failure.Message}")
                : HostDiagnostics.FileFailed.At(failure.Message);
            await WriteAsync(output, new() { ProcessId = Environment.ProcessId, Problems = [ToProblem(problem)] });
            return (int)ExitCode.BadInput;
        }

        await using (server)
        {
            await WriteAsync(output, new() { Uri = server.Uri, ProcessId = Environment.ProcessId, StoreFile = server.StoreFile });
            await life.WaitAsync();
        }

        return (int)ExitCode.Ok;
    }

    private static SandboxProblem ToProblem(Diagnostic diagnostic) => new(
        diagnostic.Descriptor.Code, diagnostic.Message, diagnostic.Span?.File, diagnostic.Span?.Line, diagnostic.Span?.Column);

    private static async Task WriteAsync(TextWriter output, SandboxReady ready)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(ready, SandboxJson.Default.SandboxReady));
        await output.FlushAsync();
    }
}
