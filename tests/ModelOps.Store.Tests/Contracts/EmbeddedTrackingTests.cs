using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.Contracts;

namespace ModelOps.Store.Tests.Contracts;

public sealed class EmbeddedTrackingTests(EmbeddedStore store) : TrackingContract, IClassFixture<EmbeddedStore>
{
    protected override Task<ICatalog> OpenAsync() => store.OpenAsync();
}
