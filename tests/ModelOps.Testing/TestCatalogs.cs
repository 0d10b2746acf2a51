using ModelOps.Abstractions.Catalogs;
using ModelOps.Backends;

namespace ModelOps.Testing;

/// <summary>Opens catalogs past the verbs, through the composition that verbs use.</summary>
public static class TestCatalogs
{
    public static Task<ICatalog> OpenAsync(string uri, string directory, TestEnvironment? environment = null, TimeProvider? time = null) =>
        OpenAsync(new CatalogAddress(uri, uri, directory), environment, time);

    public static Task<ICatalog> OpenAsync(CatalogAddress address, TestEnvironment? environment = null, TimeProvider? time = null) =>
        Connector(environment, time).OpenAsync(address, CancellationToken.None);

    public static CatalogConnector Connector(TestEnvironment? environment = null, TimeProvider? time = null) => new(
        AllBackends.List, new() { Environment = environment ?? new TestEnvironment(), Time = time ?? TimeProvider.System });
}
