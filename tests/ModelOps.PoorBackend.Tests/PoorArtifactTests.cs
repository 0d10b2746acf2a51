using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.Contracts;

namespace ModelOps.PoorBackend.Tests;

public sealed class PoorArtifactTests(PoorFixture backend) : ArtifactContract, IClassFixture<PoorFixture>
{
    protected override Task<ICatalog> OpenAsync() => backend.OpenAsync();
}
