using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.PoorBackend.Tests.Server;
using ModelOps.Testing.Contracts;

namespace ModelOps.PoorBackend.Tests;

public sealed class PoorTokenTests(PoorFixture backend) : CatalogContract, IClassFixture<PoorFixture>
{
    [Fact]
    public async Task Tokens_of_both_audiences_are_renewed_in_the_middle_of_a_version_and_nobody_notices()
    {
        var model = ModelName.Parse($"contract.{Unique()}.churn");
        await Catalog.Registry.EnsureModelAsync(model, "", CancellationToken.None);
        var run = await RunAsync();
        var draft = new VersionDraft { Model = model, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [] };
        var content = ContractContent.Of([.. Enumerable.Range(0, 120).Select(index => ($"data/{index:D3}.bin", new[] { (byte)index }))]);

        var added = await Catalog.Registry.AddVersionAsync(draft, content, CancellationToken.None);
        await using var served = await Catalog.Registry.OpenContentAsync(added.Version, CancellationToken.None);
        for (var index = 0; index < 60; index++)
        {
            Assert.NotNull(await Catalog.Registry.FindVersionAsync(model, 1, CancellationToken.None));
        }

        Assert.Equal(content.Files, served.Files);
        var tokens = backend.Server.Tokens;

        Assert.Equal(tokens.Minted(PoorTokens.Storage) + tokens.Minted(PoorTokens.Api), backend.Masked.Distinct().Count());

        // One audience gives out new tokens in time, the other has to be told that the last one does not do any more.
        Assert.InRange(tokens.Minted(PoorTokens.Storage), 2, 20);
        Assert.Equal(0, tokens.Refused(PoorTokens.Storage));
        Assert.InRange(tokens.Minted(PoorTokens.Api), 2, 20);
        Assert.InRange(tokens.Refused(PoorTokens.Api), 1, 20);
    }

    protected override Task<ICatalog> OpenAsync() => backend.OpenAsync();
}
