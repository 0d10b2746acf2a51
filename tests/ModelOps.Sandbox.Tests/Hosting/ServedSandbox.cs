using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Hosting;

namespace ModelOps.Sandbox.Tests.Hosting;

/// <summary>A sandbox that serves: the native program's where the suite was given one, else one in the process of the tests.</summary>
internal sealed class ServedSandbox(string uri, string storeFile, IAsyncDisposable server) : IAsyncDisposable
{
    public string Uri => uri;

    public string StoreFile => storeFile;

    /// <summary>Starts one; with a clock of the test's it is in this process.</summary>
    public static async Task<ServedSandbox> StartAsync(SandboxOptions options, TimeProvider? time = null)
    {
        if (ModelOpsProgram.IsNative && time is null)
        {
            var process = await SandboxProcess.StartAsync(
                new SandboxCommand(ModelOpsProgram.FileName, [OwnSandbox.Word]), options, ProcessEnvironment.Instance, CancellationToken.None);
            return new(process.Uri, process.Ready.StoreFile!, process);
        }

        try
        {
            var server = await SandboxServer.StartAsync(options, time ?? TimeProvider.System, CancellationToken.None);
            return new(server.Uri, server.StoreFile, server);
        }
        catch (Exception failure) when (failure is not ModelOpsException && StartFailure.Of(failure, options) is { } expected)
        {
            throw expected;
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
