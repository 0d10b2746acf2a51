using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing;

namespace ModelOps.Store.Tests.Contracts;

/// <summary>One store for the tests of a class.</summary>
public sealed class EmbeddedStore : IDisposable
{
    private const string Uri = "sqlite:///catalog.db";

    private readonly TempDirectory _directory = new();

    public Task<ICatalog> OpenAsync() =>
        new EmbeddedCatalogProvider().OpenAsync(new(Uri, Uri, _directory.Path), new TestEnvironment(), CancellationToken.None);

    public void Dispose() => _directory.Dispose();
}
