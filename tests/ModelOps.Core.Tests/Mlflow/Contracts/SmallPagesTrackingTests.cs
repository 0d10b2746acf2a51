using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.Contracts;

namespace ModelOps.Core.Tests.Mlflow.Contracts;

public sealed class SmallPagesTrackingTests(SmallPages server) : TrackingContract, IClassFixture<SmallPages>
{
    protected override Task<ICatalog> OpenAsync() => server.OpenAsync();
}
