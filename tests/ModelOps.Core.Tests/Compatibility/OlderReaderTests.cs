using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Tests.Compatibility;

/// <summary>
/// What version 0.1.0 does with a ledger and versions of this one: it finds entries by experiment and tags, shows their tags by the names below, ignores any
/// other tag, and checks the chain over all tags that begin with modelops. The names are literals here on purpose: a change of the constants must fail.
/// </summary>
public sealed class OlderReaderTests
{
    private const string Experiment = "modelops/staging.health.diabetes";

    private static readonly string[] Promoted =
        ["modelops.action", "modelops.actor", "modelops.alias", "modelops.commit", "modelops.digest", "modelops.from", "modelops.key", "modelops.previous", "modelops.to"];

    private static readonly string[] RolledBack =
        ["modelops.action", "modelops.actor", "modelops.alias", "modelops.commit", "modelops.from", "modelops.previous", "modelops.reason", "modelops.to"];

    private static readonly string[] OfVersion =
        ["modelops.branch", "modelops.commit", "modelops.copied_from", "modelops.digest", "modelops.key", "modelops.manifest"];

    [Fact]
    public async Task An_entry_of_this_version_has_every_tag_that_an_older_reader_needs()
    {
        using var older = await OlderRepository.OpenAsync();
        await older.DoAsync<object>("promote", ("Model", "diabetes"), ("To", "staging"));
        await older.DoAsync<object>("rollback", ("Model", "diabetes"), ("Environment", "staging"), ("Alias", "challenger"), ("Reason", "a test"));

        await using var catalog = await older.CatalogAsync("staging");
        var experiment = await catalog.Tracking.FindExperimentAsync(Experiment, CancellationToken.None);
        var runs = await catalog.Tracking.ListRunsAsync(experiment!, null, CancellationToken.None).ToListAsync();
        var promote = runs.First(run => run.Tags["modelops.action"] == "promote");
        var rollback = runs.First(run => run.Tags["modelops.action"] == "rollback");
        Assert.Empty(Promoted.Except(promote.Tags.Keys));
        Assert.Empty(RolledBack.Except(rollback.Tags.Keys));
        Assert.Equal(("challenger", "2", "3"), (promote.Tags["modelops.alias"], promote.Tags["modelops.from"], promote.Tags["modelops.to"]));
        Assert.Matches("\\A[0-9a-f]{64}\\z", promote.Tags["modelops.key"]);
        Assert.Matches("\\Asha256:[0-9a-f]{64}\\z", promote.Tags["modelops.previous"]);
        Assert.All(runs, run => Assert.Equal(RunStatus.Finished, run.Status));
    }

    [Fact]
    public async Task Entries_of_both_versions_are_one_unbroken_chain()
    {
        using var older = await OlderRepository.OpenAsync();
        await older.DoAsync<object>("promote", ("Model", "diabetes"), ("To", "staging"));

        await using var catalog = await older.CatalogAsync("staging");
        var ledger = await new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, ModelName.Parse("staging.health.diabetes")), TimeProvider.System).ReadAsync(CancellationToken.None);
        Assert.Equal(5, ledger.All.Count);
        Assert.Equal(4, ledger.All.Count(entry => entry.Previous.Length > 0));
        Assert.Empty(LedgerChain.FindBroken(ledger.All));
        Assert.Equal(ledger.All, ledger.Counted);
        Assert.Empty(ledger.Faults);
    }

    [Fact]
    public async Task A_version_of_this_program_has_every_tag_that_an_older_reader_needs()
    {
        using var older = await OlderRepository.OpenAsync();
        await older.DoAsync<object>("promote", ("Model", "diabetes"), ("To", "staging"));

        await using var catalog = await older.CatalogAsync("staging");
        var version = await catalog.Registry.FindVersionAsync(ModelName.Parse("staging.health.diabetes"), 3, CancellationToken.None);
        Assert.Empty(OfVersion.Except(version!.Tags.Keys));
        Assert.Equal("dev models:/dev.health.diabetes/3", version.Tags["modelops.copied_from"]);
        Assert.Equal(
            ("modelops.superseded_by", "modelops.gates", "modelops.decision", "model_validation_status", "modelops.removed_alias"),
            (VersionTags.SupersededBy, VersionTags.Gates, VersionTags.Decision, VersionTags.ValidationStatus, LedgerTags.Removed));
    }
}
