using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>A test server and a catalog on it, without pauses between tries.</summary>
internal sealed class MlflowFixture : IAsyncDisposable
{
    private MlflowFixture(MlflowServer server, ICatalog catalog) => (Server, Catalog) = (server, catalog);

    public MlflowServer Server { get; }

    public ICatalog Catalog { get; }

    public static async Task<MlflowFixture> StartAsync(MlflowServerOptions? options = null, Action<TestEnvironment>? configure = null)
    {
        var server = await MlflowServer.StartAsync(options);
        var environment = new TestEnvironment { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0", ["MLFLOW_HTTP_REQUEST_TIMEOUT"] = "60" };
        configure?.Invoke(environment);
        return new(server, await OpenAsync(server.Url, environment));
    }

    public static Task<ICatalog> OpenAsync(string url, TestEnvironment environment) =>
        TestCatalogs.OpenAsync(url, Environment.CurrentDirectory, environment);

    public async ValueTask DisposeAsync()
    {
        await Catalog.DisposeAsync();
        await Server.DisposeAsync();
        Assert.Empty(Server.Violations);
    }
}
