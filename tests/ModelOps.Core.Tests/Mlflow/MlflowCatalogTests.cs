using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class MlflowCatalogTests
{
    [Theory]
    [InlineData(true, "", false)]
    [InlineData(false, "/behind/proxy", false)]
    [InlineData(true, "", true)]
    public async Task A_version_is_added_with_its_files_and_read_back(bool isVersion3, string prefix, bool numbersAsText)
    {
        await using var fixture = await MlflowFixture.StartAsync(new() { IsVersion3 = isVersion3, Prefix = prefix, NumbersAsText = numbersAsText });
        var added = await Registered.VersionAsync(fixture.Catalog);
        Assert.Equal((1, VersionStatus.Ready, "k1"), (added.Version, added.Status, added.Tags["modelops.key"]));

        var found = await fixture.Catalog.Registry.FindVersionAsync(Registered.Churn, 1, CancellationToken.None);
        Assert.Equal((added.RunId, added.Source, "from a test"), (found!.RunId, found.Source, found.Description));
        await using var content = await fixture.Catalog.Registry.OpenContentAsync(found, CancellationToken.None);
        Assert.Equal(Registered.Content().Files, content.Files);
        Assert.Equal("0123456789", await ReadAsync(content, "data/wéights 1.bin"));
        Assert.Equal("", await ReadAsync(content, "data/empty.bin"));
    }

    [Fact]
    public async Task What_does_not_exist_is_null_or_empty()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var (registry, tracking) = (fixture.Catalog.Registry, fixture.Catalog.Tracking);
        Assert.Null(await registry.FindModelAsync(Registered.Churn, CancellationToken.None));
        Assert.Null(await registry.FindVersionAsync(Registered.Churn, 1, CancellationToken.None));
        Assert.Empty(await registry.ListVersionsAsync(Registered.Churn, null, CancellationToken.None).ToListAsync());
        Assert.Null(await tracking.FindExperimentAsync("none", CancellationToken.None));
        Assert.Null(await tracking.FindRunAsync("ffffffffffffffffffffffffffffffff", CancellationToken.None));
        Assert.Empty(await fixture.Catalog.Artifacts.ListAsync("mlflow-artifacts:/1/none/artifacts", CancellationToken.None));
        await registry.DeleteAliasAsync(Registered.Churn, AliasName.Champion, CancellationToken.None);
    }

    [Fact]
    public async Task An_alias_moves_only_from_where_it_is_expected_and_is_never_absent()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var registry = fixture.Catalog.Registry;
        await Registered.VersionAsync(fixture.Catalog, "k1");
        await Registered.VersionAsync(fixture.Catalog, "k2");
        await registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 1, null), CancellationToken.None);
        await registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 2, 1), CancellationToken.None);
        Assert.Equal(2, (await registry.FindModelAsync(Registered.Churn, CancellationToken.None))!.Aliases["champion"]);

        var moved = await Assert.ThrowsAsync<ModelOpsException>(
            () => registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 1, null), CancellationToken.None));
        Assert.Equal((ExitCode.StateMoved, "MOP3002"), (moved.ExitCode, moved.Diagnostics[0].Code));
        Assert.Equal(2, fixture.Server.RequestsTo("POST", "/registered-models/alias").Count);
    }

    [Fact]
    public async Task An_alias_that_is_there_already_is_not_written_again()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        await Registered.VersionAsync(fixture.Catalog);
        fixture.Server.State.Models["staging.churn"].Aliases["Champion"] = 1;
        await fixture.Catalog.Registry.MoveAliasAsync(new(Registered.Churn, AliasName.Parse("Champion"), 1, 1), CancellationToken.None);
        Assert.Empty(fixture.Server.RequestsTo("POST", "/registered-models/alias"));
    }

    [Fact]
    public async Task An_alias_in_other_capitals_is_another_alias()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        await Registered.VersionAsync(fixture.Catalog);
        fixture.Server.State.Models["staging.churn"].Aliases["Champion"] = 1;
        var moved = await Assert.ThrowsAsync<ModelOpsException>(
            () => fixture.Catalog.Registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 1, 1), CancellationToken.None));
        Assert.Equal(ExitCode.StateMoved, moved.ExitCode);
        Assert.Equal(["Champion"], fixture.Server.State.Models["staging.churn"].Aliases.Keys);
    }

    [Fact]
    public async Task An_alias_for_a_version_that_is_missing_names_the_version()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        await Registered.VersionAsync(fixture.Catalog);
        var missing = await Assert.ThrowsAsync<ModelOpsException>(
            () => fixture.Catalog.Registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 9, null), CancellationToken.None));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2007"), (missing.ExitCode, missing.Diagnostics[0].Code));
    }

    [Fact]
    public async Task Searches_go_through_all_pages()
    {
        await using var fixture = await MlflowFixture.StartAsync(new() { MaxPage = 2, SearchShowsAliases = false });
        for (var number = 0; number < 5; number++)
        {
            await Registered.VersionAsync(fixture.Catalog, $"k{number}");
            await fixture.Catalog.Registry.EnsureModelAsync(ModelName.Parse($"m{number}"), "", CancellationToken.None);
        }

        fixture.Server.State.Models["staging.churn"].Aliases["champion"] = 3;
        var versions = await fixture.Catalog.Registry.ListVersionsAsync(Registered.Churn, null, CancellationToken.None).ToListAsync();
        Assert.Equal([5, 4, 3, 2, 1], versions.Select(version => version.Version));
        var models = await fixture.Catalog.Registry.ListModelsAsync(CancellationToken.None).ToListAsync();
        Assert.Equal(6, models.Count);
        Assert.Equal(3, models.Single(model => model.Name == Registered.Churn).Aliases["champion"]);
        var experiment = await fixture.Catalog.Tracking.FindExperimentAsync("modelops/staging.churn", CancellationToken.None);
        Assert.Equal(5, (await fixture.Catalog.Tracking.ListRunsAsync(experiment!, null, CancellationToken.None).ToListAsync()).Count);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("it's")]
    [InlineData("say \"it\"")]
    [InlineData("both ' and \"")]
    [InlineData("' OR name = 'x")]
    [InlineData("back\\")]
    [InlineData("two\nlines")]
    public async Task A_tag_value_of_any_kind_is_found_and_no_other(string value)
    {
        await using var fixture = await MlflowFixture.StartAsync();
        await Registered.VersionAsync(fixture.Catalog, value);
        await Registered.VersionAsync(fixture.Catalog, "other");
        var found = await fixture.Catalog.Registry.ListVersionsAsync(Registered.Churn, new("modelops.key", value), CancellationToken.None).ToListAsync();
        Assert.Equal([1], found.Select(version => version.Version));
    }

    [Fact]
    public async Task A_run_gets_its_tags_and_its_end()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var tracking = fixture.Catalog.Tracking;
        var draft = await Registered.DraftAsync(fixture.Catalog, "k");
        await tracking.SetRunTagsAsync(draft.RunId, [.. Enumerable.Range(0, 150).Select(number => new Tag($"t{number}", "v"))], CancellationToken.None);
        await tracking.EndRunAsync(draft.RunId, RunStatus.Finished, Registered.Start.AddMinutes(1), CancellationToken.None);
        var run = await tracking.FindRunAsync(draft.RunId, CancellationToken.None);
        Assert.Equal((RunStatus.Finished, Registered.Start.AddMinutes(1)), (run!.Status, run.EndedAt!.Value));
        Assert.Equal(150, run.Tags.Count(tag => tag.Key.StartsWith('t')));
    }

    [Fact]
    public async Task The_status_of_a_version_is_told_as_it_is()
    {
        await using var fixture = await MlflowFixture.StartAsync(new() { PendingReads = 2 });
        Assert.Equal(VersionStatus.Pending, (await Registered.VersionAsync(fixture.Catalog)).Status);
        Assert.Equal(VersionStatus.Pending, (await fixture.Catalog.Registry.FindVersionAsync(Registered.Churn, 1, CancellationToken.None))!.Status);
        Assert.Equal(VersionStatus.Ready, (await fixture.Catalog.Registry.FindVersionAsync(Registered.Churn, 1, CancellationToken.None))!.Status);
        fixture.Server.State.Models["staging.churn"].Versions[1].Failure = "disk full";
        var failed = await fixture.Catalog.Registry.FindVersionAsync(Registered.Churn, 1, CancellationToken.None);
        Assert.Equal((VersionStatus.Failed, "disk full"), (failed!.Status, failed.StatusMessage));
    }

    [Fact]
    public async Task A_deleted_experiment_is_not_taken_for_an_active_one()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        fixture.Server.State.Experiments.Add(new() { Id = "7", Name = "gone", IsDeleted = true });
        Assert.Null(await fixture.Catalog.Tracking.FindExperimentAsync("gone", CancellationToken.None));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => fixture.Catalog.Tracking.EnsureExperimentAsync("gone", CancellationToken.None));
        Assert.Contains("is deleted", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(IModelContent content, string path)
    {
        await using var stream = await content.OpenReadAsync(content.Files.Single(file => file.Path == path), CancellationToken.None);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
