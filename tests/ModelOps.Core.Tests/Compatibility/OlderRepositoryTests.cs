using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Status;

namespace ModelOps.Core.Tests.Compatibility;

/// <summary>Stores, ledger, modelops.yml and package that version 0.1.0 wrote work with this one.</summary>
public sealed class OlderRepositoryTests
{
    private static readonly (string Name, string Value) Diabetes = ("Model", "diabetes");

    [Fact]
    public async Task Status_shows_the_versions_and_aliases_of_an_older_store()
    {
        using var older = await OlderRepository.OpenAsync();

        var status = await older.DoAsync<StatusResult>("status");

        Assert.Equal(
            [
                ("dev", "dev.health.diabetes", 3, "challenger", "PASSED"), ("dev", "dev.health.diabetes", 2, "", "PASSED"),
                ("dev", "dev.health.diabetes", 1, "", "PASSED"), ("dev", "dev.health.digits", 1, "champion", ""),
                ("staging", "staging.health.diabetes", 2, "challenger", "PASSED"), ("staging", "staging.health.diabetes", 1, "", "PASSED"),
                ("prod", "prod.health.diabetes", 2, "", ""), ("prod", "prod.health.diabetes", 1, "champion", ""),
            ],
            status.Versions.Select(row => (row.Environment, row.Model, row.Version, string.Join(", ", row.Aliases), row.Validation)));
    }

    [Fact]
    public async Task History_reads_an_older_ledger()
    {
        using var older = await OlderRepository.OpenAsync();

        var history = await older.DoAsync<HistoryResult>("history", Diabetes, ("Environment", "prod"));

        Assert.Equal(
            [("rollback", "champion", 2, 1, "errors"), ("promote", "champion", 1, 2, ""), ("promote", "champion", null, 1, "")],
            history.Entries.Select(entry => (entry.Action, entry.Alias, entry.From, entry.To, entry.Reason)));
        Assert.All(history.Entries, entry => Assert.Equal(("finished", "tester"), (entry.Status, entry.Actor)));
    }

    [Fact]
    public async Task Registering_an_older_package_again_finds_the_older_version_and_writes_nothing()
    {
        using var older = await OlderRepository.OpenAsync();

        var register = await older.DoAsync<RegisterResult>("register", Diabetes, ("Package", "diabetes.modelpkg"), ("Environment", "dev"));

        Assert.Equal((3, false), (register.Version!.Value, register.Created));
        var history = await older.DoAsync<HistoryResult>("history", Diabetes, ("Environment", "dev"));
        Assert.Equal(6, history.Entries.Count);
    }

    [Fact]
    public async Task Promote_copies_a_version_of_an_older_store()
    {
        using var older = await OlderRepository.OpenAsync();

        var promote = await older.DoAsync<PromoteResult>("promote", Diabetes, ("To", "staging"));

        Assert.Equal((3, true, 2), (promote.Version!.Value, promote.Created, promote.PreviousVersion!.Value));
    }

    [Fact]
    public async Task Promoting_an_older_copy_again_finds_it()
    {
        using var older = await OlderRepository.OpenAsync();

        var promote = await older.DoAsync<PromoteResult>("promote", Diabetes, ("To", "staging"), ("Version", "2"));

        Assert.Equal((2, false), (promote.Version!.Value, promote.Created));
    }

    [Fact]
    public async Task Rollback_goes_back_by_an_older_ledger()
    {
        using var older = await OlderRepository.OpenAsync();

        var rollback = await older.DoAsync<RollbackResult>(
            "rollback", Diabetes, ("Environment", "staging"), ("Alias", "challenger"), ("Reason", "a test"));

        Assert.Equal((2, 1), (rollback.FromVersion, rollback.Version));
        await using var catalog = await older.CatalogAsync("staging");
        var model = await catalog.Registry.FindModelAsync(ModelName.Parse("staging.health.diabetes"), CancellationToken.None);
        Assert.Equal(1, model!.Aliases["challenger"]);
    }
}
