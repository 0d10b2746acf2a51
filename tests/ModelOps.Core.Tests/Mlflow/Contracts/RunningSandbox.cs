using ModelOps.Abstractions.Catalogs;
using ModelOps.Core.Hosting;
using ModelOps.Core.Launching;

namespace ModelOps.Core.Tests.Mlflow.Contracts;

/// <summary>One sandbox for the tests of a class, called without pauses between tries.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    private SandboxProcess? _sandbox;

    public async Task InitializeAsync()
    {
        var environment = ProcessEnvironment.Instance;
        _sandbox = await SandboxProcess.StartAsync(SandboxCommand.Find(environment), new(), environment, CancellationToken.None);
    }

    public Task<ICatalog> OpenAsync() => MlflowFixture.OpenAsync(_sandbox!.Uri, new() { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0" });

    public async Task DisposeAsync() => await _sandbox!.DisposeAsync();
}
