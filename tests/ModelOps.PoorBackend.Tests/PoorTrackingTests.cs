using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.Contracts;

namespace ModelOps.PoorBackend.Tests;

public sealed class PoorTrackingTests(PoorFixture backend) : TrackingContract, IClassFixture<PoorFixture>
{
    protected override Task<ICatalog> OpenAsync() => backend.OpenAsync();
}
