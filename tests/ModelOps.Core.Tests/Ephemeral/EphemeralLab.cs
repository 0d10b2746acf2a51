using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Configuration;
using ModelOps.Core.Ephemeral;
using ModelOps.Core.Hosting;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Ephemeral;

/// <summary>A server, an environment on it, and what a verb would have.</summary>
internal sealed class EphemeralLab : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly MlflowServer _server;

    private EphemeralLab(MlflowServer server) => _server = server;

    public MlflowServer Server => _server;

    public BuildInfo Build { get; init; } = new() { PullRequest = "481", IsPullRequest = true };

    public LedgerSection Ledger { get; set; } = new();

    public TestEnvironment Variables { get; } = new() { ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0" };

    public static async Task<EphemeralLab> StartAsync(BuildInfo? build = null) =>
        new(await MlflowServer.StartAsync()) { Build = build ?? new() { PullRequest = "481", IsPullRequest = true } };

    public VerbContext Context() => new()
    {
        WorkingDirectory = _directory.Path,
        Configuration = new ToolkitConfiguration
        {
            Version = 1,
            Environments = new Dictionary<string, EnvironmentSection>
            {
                ["staging"] = new() { TrackingUri = _server.Url, Catalog = "staging", Schema = "health", Ledger = Ledger },
            },
        },
        Environment = Variables,
        Catalogs = TestCatalogs.Connector(Variables),
        Time = TimeProvider.System,
        Progress = SilentProgress.Instance,
        BuildReader = _ => Task.FromResult(Build),
    };

    public static Task<EphemeralCatalog> OpenAsync(VerbContext context, CancellationToken cancellationToken = default) =>
        EphemeralCatalogs.OpenAsync(context, new EnvironmentResolver(context).Named("staging"), "churn", wantsSandbox: false, cancellationToken);

    public Task<ICatalog> ConnectAsync() =>
        TestCatalogs.OpenAsync(_server.Url, _directory.Path, Variables);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Dispose();
    }
}
