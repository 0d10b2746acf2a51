using ModelOps.Abstractions.Catalogs;
using ModelOps.PoorBackend.Tests.Adapter;
using ModelOps.Testing.Contracts;

namespace ModelOps.PoorBackend.Tests;

public sealed class PoorRegistryTests(PoorFixture backend) : RegistryContract, IClassFixture<PoorFixture>
{
    protected override ContractTraits Traits { get; } = new()
    {
        NameLevels = 3,
        RefusedKeyCharacters = PropertyCodec.RefusedInKeys,
        LongestTagValue = PropertyCodec.LongestValue,
        DeletesModels = false,
    };

    protected override Task<ICatalog> OpenAsync() => backend.OpenAsync();
}
