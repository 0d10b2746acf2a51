using System.Collections.Concurrent;
using ModelOps.Abstractions.Catalogs;
using ModelOps.PoorBackend.Tests.Adapter;
using ModelOps.PoorBackend.Tests.Server;
using ModelOps.Store;
using ModelOps.Testing;

namespace ModelOps.PoorBackend.Tests;

/// <summary>One poor server for the tests of a class, in a catalog with an embedded store that keeps runs and their files.</summary>
public sealed class PoorFixture : IAsyncLifetime, IDisposable
{
    private readonly TempDirectory _directory = new();
    private PoorServer? _server;

    /// <summary>What a build host was told to hide.</summary>
    internal ConcurrentQueue<string> Masked { get; } = new();

    internal PoorServer Server => _server ?? throw new InvalidOperationException("The server is started before a test begins.");

    /// <summary>The server's URI for its adapter.</summary>
    internal string Uri => Server.Url.Replace("http:", "poor:", StringComparison.Ordinal);

    /// <summary>The adapter.</summary>
    internal IBackend Backend => new Adapter.PoorBackend(new ServerTokens(Server.Tokens));

    public async Task InitializeAsync() => _server = await PoorServer.StartAsync();

    public Task<ICatalog> OpenAsync()
    {
        var backends = new BackendList([new EmbeddedBackend(), Backend]);
        var context = new BackendContext { Environment = new TestEnvironment(), Time = Server.Time, Mask = Masked.Enqueue };
        var address = new CatalogAddress("sqlite:///beside.db", Uri, _directory.Path);
        return new CatalogConnector(backends, context).OpenAsync(address, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Assert.Empty(Server.Violations);
    }

    public void Dispose() => _directory.Dispose();
}
