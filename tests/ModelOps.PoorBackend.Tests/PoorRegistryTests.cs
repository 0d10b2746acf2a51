using ModelOps.Abstractions.Catalogs;
using ModelOps.Testing.Contracts;

namespace ModelOps.PoorBackend.Tests;

public sealed class PoorRegistryTests(PoorFixture backend) : RegistryContract, IClassFixture<PoorFixture>
{
    protected override Task<ICatalog> OpenAsync() => backend.OpenAsync();
}
