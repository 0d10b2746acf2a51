using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.Contracts;

namespace ModelOps.Store.Tests.Contracts;

public sealed class EmbeddedRegistryTests(EmbeddedStore store) : RegistryContract, IClassFixture<EmbeddedStore>
{
    protected override Task<ICatalog> OpenAsync() => store.OpenAsync();
}
