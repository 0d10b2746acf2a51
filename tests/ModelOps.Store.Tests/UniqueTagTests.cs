using ModelOps.Abstractions.Registry;

namespace ModelOps.Store.Tests;

public sealed class UniqueTagTests : IDisposable
{
    private static readonly UniqueTag Key = new(new("modelops.key", "k"), "modelops.superseded_by");

    private readonly StoreLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Of_many_writers_that_create_a_version_with_one_unique_tag_one_creates_it_and_all_get_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(AddAsync)));

        Assert.All(answers, answer => Assert.Equal(1, answer.Version.Version));
        Assert.Single(answers, answer => answer.IsNew);
        Assert.Single(_lab.Rows("SELECT * FROM model_versions"));
    }

    [Fact]
    public async Task A_version_that_was_withdrawn_does_not_count()
    {
        await AddAsync();
        await using var catalog = await _lab.OpenAsync();
        await catalog.Registry.SetVersionTagAsync(StoreLab.Churn, 1, new("modelops.superseded_by", "7"), CancellationToken.None);

        var added = await AddAsync();

        Assert.Equal((2, true), (added.Version.Version, added.IsNew));
    }

    private async Task<AddedVersion> AddAsync()
    {
        await using var catalog = await _lab.OpenAsync();
        await catalog.Registry.EnsureModelAsync(StoreLab.Churn, "who leaves", CancellationToken.None);
        var run = await StoreLab.RunAsync(catalog);
        var draft = new VersionDraft { Model = StoreLab.Churn, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [Key.Tag], Unique = Key };
        return await catalog.Registry.AddVersionAsync(draft, new StoreWriter.TextContent("x"), CancellationToken.None);
    }
}
