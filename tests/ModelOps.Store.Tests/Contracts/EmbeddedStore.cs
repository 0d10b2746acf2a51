using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing;

namespace ModelOps.Store.Tests.Contracts;

/// <summary>One store for the tests of a class.</summary>
public sealed class EmbeddedStore : IDisposable
{
    private const string Uri = "sqlite:///catalog.db";

    private readonly TempDirectory _directory = new();

    public Task<ICatalog> OpenAsync() => TestCatalogs.OpenAsync(Uri, _directory.Path);

    public void Dispose() => _directory.Dispose();
}
