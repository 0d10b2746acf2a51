using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Adopt;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>What somebody who may write runs can do to a ledger, and what a person then does about it.</summary>
public sealed class ForgedLedgerTests : IDisposable
{
    private const string Experiment = "modelops/staging.health.diabetes";
    private static readonly ModelName Staged = ModelName.Parse("staging.health.diabetes");

    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_run_that_somebody_made_up_steers_no_rollback()
    {
        await ReleaseAsync("first");
        await ReleaseAsync("second");
        await ForgeAsync(Move(from: 9, to: 2));

        var back = await RollBackAsync();
        Assert.Equal(ExitCode.Ok, back.ExitCode);
        Assert.Equal(1, ((RollbackResult)back.Result!).Version);
        Assert.Contains(back.Diagnostics, finding => finding.Code == "MOP3022");
    }

    [Fact]
    public async Task Where_only_a_run_that_somebody_made_up_knows_the_way_a_person_has_to_take_it_on_himself()
    {
        await ReleaseAsync("first");
        await ReleaseAsync("second");
        await MoveByHandAsync(to: 1);
        await ForgeAsync(Move(from: 2, to: 1));

        // The move to 1 by promote was the first one: nothing that counts says that there was a version before it.
        var refused = await RollBackAsync();
        Assert.Equal((ExitCode.BadInput, "MOP3007"), (refused.ExitCode, refused.Diagnostics.Last(finding => finding.Severity == Severity.Error).Code));

        await DeleteEntriesAsync(run => run.Tags.GetValueOrDefault(LedgerTags.To) == "1" && run.Tags.ContainsKey(LedgerTags.Seal));
        var gone = await RollBackAsync();
        Assert.Equal((ExitCode.GateFailed, "MOP3024"), (gone.ExitCode, gone.Diagnostics.Last(finding => finding.Severity == Severity.Error).Code));

        var forced = await RollBackAsync(("Force", "true"));
        Assert.Equal(2, ((RollbackResult)forced.Result!).Version);
        Assert.Contains("by an entry of the ledger that counts", (await NewestAsync()).Text(LedgerTags.Forced), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_failed_since_is_no_way_back()
    {
        await ReleaseAsync("first");
        await ReleaseAsync("second");
        await TagAsync(1, VersionTags.ValidationStatus, "FAILED");

        var refused = await RollBackAsync();
        Assert.Equal((ExitCode.GateFailed, "MOP3024"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Equal(2, await AtAsync());

        Assert.Equal(ExitCode.Ok, (await RollBackAsync(("Force", "true"))).ExitCode);
        Assert.Contains("has failed a validation since", (await NewestAsync()).Text(LedgerTags.Forced), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_without_a_digest_is_no_way_back()
    {
        await ReleaseAsync("first");
        await ReleaseAsync("second");
        await WriteStoreAsync("DELETE FROM model_version_tags WHERE version = 1 AND key = $value", VersionTags.Digest);

        var refused = await RollBackAsync();
        Assert.Contains("has no digest", Assert.Single(refused.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Equal(2, await AtAsync());
    }

    [Fact]
    public async Task A_champion_that_was_set_elsewhere_is_a_way_back_once_it_was_adopted()
    {
        await ReleaseAsync("first");
        await ReleaseAsync("second");
        await MoveByHandAsync(to: 1);
        await DeleteEntriesAsync(run => run.Tags.GetValueOrDefault(LedgerTags.To) == "1");
        await _lab.DoAsync<AdoptResult>("adopt", ("Model", "diabetes"), ("Environment", "staging"), ("Alias", "challenger"));
        await _lab.DoAsync<AdoptResult>("adopt", ("Model", "diabetes"), ("Environment", "staging"), ("Alias", "challenger"));
        Assert.Equal(["adopt", "promote"], (await HistoryAsync()).Entries.Select(row => row.Action));
        await ReleaseAsync("third");

        Assert.Equal(1, ((RollbackResult)(await RollBackAsync()).Result!).Version);
    }

    [Fact]
    public async Task The_newest_entry_that_was_deleted_is_missed_once_and_kept_in_the_next()
    {
        await ReleaseAsync("first");
        await ReleaseAsync("second");
        var newest = (await NewestAsync()).Run.Id;
        await DeleteEntriesAsync(run => run.Id == newest);

        var verified = await _lab.RunAsync("history", ("Environment", "staging"), ("Verify", "true"));
        Assert.Equal(ExitCode.GateFailed, verified.ExitCode);
        Assert.Contains($"Ledger entry {newest} is gone", verified.Diagnostics.Single(finding => finding.Code == "MOP3027").Message, StringComparison.Ordinal);

        await ReleaseAsync("third");
        Assert.Contains(_lab.Host.Diagnostics, finding => finding.Code == "MOP3012");
        Assert.Equal(newest, (await NewestAsync()).Text(LedgerTags.Gone));
        Assert.Equal(ExitCode.Ok, (await _lab.RunAsync("history", ("Environment", "staging"), ("Verify", "true"))).ExitCode);
    }

    [Fact]
    public async Task A_run_with_a_time_beyond_every_date_stops_no_verb()
    {
        await ReleaseAsync("first");
        await ReleaseAsync("second");
        await ForgeAsync(Move(from: 9, to: 2), DateTimeOffset.MaxValue);

        Assert.Equal(1, ((RollbackResult)(await RollBackAsync()).Result!).Version);
        Assert.Equal([true, true, true], (await HistoryAsync()).Entries.Where(row => row.Started.Year < 9000).Select(row => row.Counts));
        Assert.All((await _lab.DoAsync<StatusResult>("status", ("Environment", "staging"))).Versions, row => Assert.Equal("tester", row.By));
        await ReleaseAsync("third");
    }

    [Fact]
    public async Task History_says_which_version_had_an_alias_at_a_time()
    {
        await ReleaseAsync("first");
        await Task.Delay(TimeSpan.FromMilliseconds(5));
        var between = TimeProvider.System.GetUtcNow();
        await Task.Delay(TimeSpan.FromMilliseconds(5));
        await ReleaseAsync("second");

        var then = (await HistoryAsync(("At", between.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", null)))).Entries;
        Assert.Equal(("challenger", 1), (Assert.Single(then).Alias, then[0].To));
        Assert.Equal(2, Assert.Single((await HistoryAsync(("At", "2999-01-01"))).Entries).To);
        Assert.Empty((await HistoryAsync(("At", "1999-01-01T00:00Z"))).Entries);
        string[] spellings =
        [
            "2999-01-01 00:00", "2999-01-01 01:00:00 +0100", "2999-01-01t00:00:00z", "2999-01-01 00:00:00.123456789+00:00", "29990101T000000Z", "2999-01-01T00:00:00,5+02", " 2999-01-01 ",
        ];
        foreach (var spelling in spellings)
        {
            Assert.Single((await HistoryAsync(("At", spelling))).Entries);
        }

        var bad = await _lab.RunAsync("history", ("Environment", "staging"), ("At", "yesterday"));
        Assert.Equal((ExitCode.BadInput, "MOP0002"), (bad.ExitCode, Assert.Single(bad.Diagnostics).Code));
    }

    [Fact]
    public async Task With_a_key_what_was_not_sealed_with_it_does_not_count_and_what_was_there_before_does()
    {
        await ReleaseAsync("first");
        UseKey();
        var without = await _lab.RunAsync("promote", ("Model", "diabetes"), ("To", "staging"));
        Assert.Equal((ExitCode.BadInput, "MOP3025"), (without.ExitCode, Assert.Single(without.Diagnostics).Code));

        _lab.Environment["LEDGER_KEY"] = new string('k', 32);
        await ReleaseAsync("second");
        Assert.Equal(ExitCode.Ok, (await _lab.RunAsync("history", ("Environment", "staging"), ("Verify", "true"))).ExitCode);

        var forged = new LedgerEntry(await ForgeAsync(Move(from: 9, to: 2)));
        await using (var catalog = await _lab.OpenAsync("staging"))
        {
            await catalog.Tracking.SetRunTagsAsync(forged.Run.Id, [new(LedgerTags.Seal, LedgerSeal.Plain.Of(forged))], default);
        }

        Assert.Equal(1, ((RollbackResult)(await RollBackAsync()).Result!).Version);

        _lab.Environment["LEDGER_KEY"] = "";
        var look = await _lab.RunAsync("history", ("Environment", "staging"));
        Assert.Equal(ExitCode.Ok, look.ExitCode);
        Assert.Contains(look.Diagnostics, finding => finding is { Code: "MOP3025", Severity: Severity.Warning });
    }

    private void UseKey()
    {
        var file = Path.Combine(_lab.Path, "modelops.yml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\n  staging:\n", "\n  staging:\n    ledger:\n      key_variable: LEDGER_KEY\n", StringComparison.Ordinal));
    }

    private static Tag[] Move(int from, int to) =>
    [
        new(LedgerTags.Action, "promote"), new(LedgerTags.Alias, "challenger"), new(LedgerTags.From, $"{from}"), new(LedgerTags.To, $"{to}"),
    ];

    private async Task<Run> ForgeAsync(Tag[] tags, DateTimeOffset? start = null)
    {
        await using var catalog = await _lab.OpenAsync("staging");
        var experiment = await catalog.Tracking.FindExperimentAsync(Experiment, default);
        var run = await catalog.Tracking.CreateRunAsync(new(experiment!, "promote", start ?? TimeProvider.System.GetUtcNow(), tags), default);
        await catalog.Tracking.EndRunAsync(run.Id, RunStatus.Finished, TimeProvider.System.GetUtcNow(), default);
        return (await catalog.Tracking.FindRunAsync(run.Id, default))!;
    }

    private async Task ReleaseAsync(string content)
    {
        _lab.ChangeModel(content);
        _lab.Git.Commit(content);
        await _lab.DoAsync<RegisterResult>("register", ("Package", await _lab.PackageAsync()), ("Environment", "dev"));
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
    }

    private Task<VerbReport> RollBackAsync(params (string, string)[] more) =>
        _lab.RunAsync("rollback", [("Environment", "staging"), ("Alias", "challenger"), ("Reason", "x"), .. more]);

    private Task<HistoryResult> HistoryAsync(params (string, string)[] more) => _lab.DoAsync<HistoryResult>("history", [("Environment", "staging"), .. more]);

    private async Task MoveByHandAsync(int to)
    {
        await using var catalog = await _lab.OpenAsync("staging");
        await catalog.Registry.MoveAliasAsync(new(Staged, AliasName.Challenger, to, await AtAsync()), default);
    }

    private async Task<int?> AtAsync()
    {
        await using var catalog = await _lab.OpenAsync("staging");
        return (await catalog.Registry.FindModelAsync(Staged, default))!.Aliases["challenger"];
    }

    private async Task TagAsync(int version, string key, string value)
    {
        await using var catalog = await _lab.OpenAsync("staging");
        await catalog.Registry.SetVersionTagAsync(Staged, version, new(key, value), default);
    }

    private async Task<LedgerEntry> NewestAsync()
    {
        await using var catalog = await _lab.OpenAsync("staging");
        return (await new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, Staged), TimeProvider.System).ReadAsync(default)).All[0];
    }

    private async Task WriteStoreAsync(string sql, string value)
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(_lab.Path, ".modelops", "staging.db")};Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$value", value);
        await command.ExecuteNonQueryAsync();
    }

    // As MLflow's UI does: a run that is deleted can be restored.
    private async Task DeleteEntriesAsync(Func<Run, bool> which)
    {
        await using var catalog = await _lab.OpenAsync("staging");
        var experiment = await catalog.Tracking.FindExperimentAsync(Experiment, default);
        var runs = await catalog.Tracking.ListRunsAsync(experiment!, null, default).Where(which).ToListAsync();
        foreach (var run in runs)
        {
            await WriteStoreAsync("UPDATE runs SET lifecycle_stage = 'deleted' WHERE run_uuid = $value", run.Id);
        }
    }
}
