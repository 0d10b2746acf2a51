using System.Text.Json;
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
        using var life = new ServerLife(options);
        using var signals = new EndSignals(life);
        if (!options.IsDetached)
        {
            life.EndWith(input);
        }

        try
        {
            await ServeAsync(options, life, ready => Write(output, ready));
            return (int)ExitCode.Ok;
        }
        catch (ModelOpsException failure)
        {
            Write(output, new() { ProcessId = Environment.ProcessId, Problems = [.. failure.Diagnostics.Select(ToProblem)] });
            return (int)failure.ExitCode;
        }
    }

    /// <summary>Serves until its life ends.</summary>
    /// <exception cref="ModelOpsException">It could not start.</exception>
    public static async Task ServeAsync(SandboxOptions options, ServerLife life, Action<SandboxReady> onReady)
    {
        SandboxServer server;
        try
        {
            server = await SandboxServer.StartAsync(options, TimeProvider.System, life.Ended);
        }
        catch (Exception failure) when (failure is not ModelOpsException && StartFailure.Of(failure, options) is { } expected)
        {
            throw expected;
        }

        await using (server)
        {
            onReady(new() { Uri = server.Uri, ProcessId = Environment.ProcessId, StoreFile = server.StoreFile });
            await life.WaitAsync();
        }
    }

    private static SandboxProblem ToProblem(Diagnostic diagnostic) => new(
        diagnostic.Descriptor.Code, diagnostic.Message, diagnostic.Span?.File, diagnostic.Span?.Line, diagnostic.Span?.Column);

    private static void Write(TextWriter output, SandboxReady ready)
    {
        output.WriteLine(JsonSerializer.Serialize(ready, SandboxJson.Default.SandboxReady));
        output.Flush();
    }
}
