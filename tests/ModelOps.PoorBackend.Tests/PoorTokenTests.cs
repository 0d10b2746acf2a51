using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.PoorBackend.Tests.Server;
using ModelOps.Testing.Contracts;

namespace ModelOps.PoorBackend.Tests;

public sealed class PoorTokenTests(PoorFixture backend) : CatalogContract, IClassFixture<PoorFixture>
{
    // Two requests in each round.
    private const int Rounds = 130;

    [Fact]
    public async Task Tokens_of_both_audiences_are_renewed_in_time_or_when_one_is_refused_and_nobody_notices()
    {
        var (model, tokens) = (ModelName.Parse($"contract.{Unique()}.churn"), backend.Server.Tokens);
        await Catalog.Registry.EnsureModelAsync(model, "", CancellationToken.None);
        var run = await RunAsync();
        var draft = new VersionDraft { Model = model, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [] };
        var added = await Catalog.Registry.AddVersionAsync(draft, ContractContent.Small(), CancellationToken.None);
        await using var content = await Catalog.Registry.OpenContentAsync(added.Version, CancellationToken.None);

        for (var round = 0; round < Rounds; round++)
        {
            Assert.NotNull(await Catalog.Registry.FindVersionAsync(model, 1, CancellationToken.None));
            await using var stream = await content.OpenReadAsync(content.Files[0], CancellationToken.None);
            Assert.NotEqual(-1, stream.ReadByte());
        }

        // The storage says how long a token lives, and none is refused; the API takes tokens back earlier, and the refusals are what tells it.
        Assert.Equal((2, 0), (tokens.Minted(PoorTokens.Storage), tokens.Refused(PoorTokens.Storage)));
        Assert.Equal(tokens.Refused(PoorTokens.Api) + 1, tokens.Minted(PoorTokens.Api));
        Assert.InRange(tokens.Refused(PoorTokens.Api), 2, 3);
        Assert.Equal(tokens.Minted(PoorTokens.Storage) + tokens.Minted(PoorTokens.Api), backend.Masked.Distinct().Count());
    }

    protected override Task<ICatalog> OpenAsync() => backend.OpenAsync();
}
