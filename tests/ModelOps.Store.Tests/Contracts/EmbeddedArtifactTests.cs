using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.Contracts;

namespace ModelOps.Store.Tests.Contracts;

public sealed class EmbeddedArtifactTests(EmbeddedStore store) : ArtifactContract, IClassFixture<EmbeddedStore>
{
    protected override Task<ICatalog> OpenAsync() => store.OpenAsync();
}
