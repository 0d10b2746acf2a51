using ModelOps.Abstractions.Catalogs;
using ModelOps.PoorBackend.Tests.Adapter;
using ModelOps.PoorBackend.Tests.Server;
using ModelOps.Store;
using ModelOps.Testing;

namespace ModelOps.PoorBackend.Tests;

/// <summary>One poor server for the tests of a class, with an embedded store beside it for tracking and files.</summary>
public sealed class PoorFixture : IAsyncLifetime, IDisposable
{
    private const string Beside = "sqlite:///beside.db";

    private readonly TempDirectory _directory = new();
    private PoorServer? _server;

    internal PoorServer Server => _server ?? throw new InvalidOperationException("The server is started before a test begins.");

    public async Task InitializeAsync() => _server = await PoorServer.StartAsync();

    public async Task<ICatalog> OpenAsync()
    {
        var beside = await new EmbeddedCatalogProvider().OpenAsync(new(Beside, Beside, _directory.Path), new TestEnvironment(), CancellationToken.None);
        return new PoorCatalog(new(Server.Url, new ServerTokens(Server.Tokens), Server.Time), beside);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Assert.Empty(Server.Violations);
    }

    public void Dispose() => _directory.Dispose();
}
