using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Testing.Contracts;

namespace ModelOps.PoorBackend.Tests;

public sealed class PoorPendingTests(PoorFixture backend) : CatalogContract, IClassFixture<PoorFixture>
{
    private static readonly UniqueTag Key = new(new(VersionTags.Key, "k"), VersionTags.SupersededBy);

    private IModelRegistry Registry => Catalog.Registry;

    [Fact]
    public async Task A_version_that_a_killed_run_left_pending_is_found_and_finished_by_the_next_one()
    {
        var draft = await DraftAsync();
        await Assert.ThrowsAsync<ModelOpsException>(() => Registry.AddVersionAsync(draft, ContractContent.Cut(), CancellationToken.None));

        var found = await Registry.AddVersionAsync(draft, ContractContent.Small(), CancellationToken.None);
        Assert.Equal((1, false, VersionStatus.Pending), (found.Version.Version, found.IsNew, found.Version.Status));
        var finished = await Registry.FinishVersionAsync(found.Version, ContractContent.Small(), CancellationToken.None);

        Assert.Equal((1, VersionStatus.Ready, "k"), (finished.Version, finished.Status, finished.Tags[VersionTags.Key]));
        await using var content = await Registry.OpenContentAsync(finished, CancellationToken.None);
        Assert.Equal(["MLmodel"], content.Files.Select(file => file.Path));
    }

    [Fact]
    public async Task A_version_that_many_finish_at_a_time_is_ready_for_all_of_them()
    {
        var draft = await DraftAsync();
        await Assert.ThrowsAsync<ModelOpsException>(() => Registry.AddVersionAsync(draft, ContractContent.Cut(), CancellationToken.None));
        var pending = await Registry.FindVersionAsync(draft.Model, 1, CancellationToken.None);

        var finished = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => Registry.FinishVersionAsync(pending!, ContractContent.Small(), CancellationToken.None))));

        Assert.All(finished, version => Assert.Equal(VersionStatus.Ready, version.Status));
        Assert.Equal(VersionStatus.Ready, (await Registry.FinishVersionAsync(pending!, ContractContent.Small(), CancellationToken.None)).Status);
    }

    [Fact]
    public async Task A_pending_version_that_was_deleted_is_not_finished()
    {
        var draft = await DraftAsync();
        await Assert.ThrowsAsync<ModelOpsException>(() => Registry.AddVersionAsync(draft, ContractContent.Cut(), CancellationToken.None));
        var pending = await Registry.FindVersionAsync(draft.Model, 1, CancellationToken.None);
        await Registry.DeleteVersionAsync(draft.Model, 1, CancellationToken.None);

        var failure = await FailsAsync(() => Registry.FinishVersionAsync(pending!, ContractContent.Small(), CancellationToken.None));
        Assert.Equal("MOP2007", failure.Diagnostics[0].Code);
    }

    protected override Task<ICatalog> OpenAsync() => backend.OpenAsync();

    private async Task<VersionDraft> DraftAsync()
    {
        var model = ModelName.Parse($"contract.{Unique()}.churn");
        await Registry.EnsureModelAsync(model, "", [], CancellationToken.None);
        var run = await RunAsync();
        return new() { Model = model, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [Key.Tag], Unique = Key };
    }
}
