using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow.Contracts;

/// <summary>One server for the tests of a class whose searches have pages of two, without aliases.</summary>
public sealed class SmallPages : IAsyncLifetime
{
    private MlflowServer? _server;

    public async Task InitializeAsync() => _server = await MlflowServer.StartAsync(new() { MaxPage = 2, SearchShowsAliases = false });

    public Task<ICatalog> OpenAsync() => MlflowFixture.OpenAsync(_server!.Url, new() { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0" });

    public async Task DisposeAsync() => await _server!.DisposeAsync();
}
