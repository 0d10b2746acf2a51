using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>What was rolled back does not come back by the next push.</summary>
public sealed class QuarantineTests : IDisposable
{
    private static readonly ModelName Staged = ModelName.Parse("staging.health.diabetes");
    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_push_of_the_same_content_ends_well_with_a_finding_no_new_version_and_the_alias_where_it_was()
    {
        await RolledBackAsync();
        _lab.Git.Commit("docs");
        await RegisterAsync("dev");
        var pushed = await PromoteAsync();

        Assert.Equal((ExitCode.Ok, "MOP3018", Severity.Warning), (pushed.ExitCode, Assert.Single(pushed.Diagnostics).Code, pushed.Diagnostics[0].Severity));
        Assert.Contains("too slow", pushed.Diagnostics[0].Message, StringComparison.Ordinal);
        var result = (PromoteResult)pushed.Result!;
        Assert.Equal((true, false, 2), (result.RolledBack, result.Created, result.Version));
        var rows = (await _lab.DoAsync<StatusResult>("status", ("Environment", "staging"))).Versions;
        Assert.Equal(["too slow", ""], rows.Select(row => row.RolledBack));
        Assert.Equal((2, 1), await StateAsync());
    }

    [Fact]
    public async Task Registering_it_directly_ends_well_too_even_with_an_alias()
    {
        await RolledBackAsync();
        var report = await _lab.RunAsync("register", ("Package", "diabetes.modelpkg"), ("Environment", "staging"), ("Alias", "candidate"));

        Assert.Equal((ExitCode.Ok, "MOP3018"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Equal((2, false), (((RegisterResult)report.Result!).Version, ((RegisterResult)report.Result).Created));
        Assert.Equal((2, 1), await StateAsync());
    }

    [Theory]
    [InlineData("Version", "2")]
    [InlineData("FromAlias", "candidate")]
    public async Task Naming_it_is_refused_unless_the_call_says_what_it_wants(string name, string value)
    {
        await RolledBackAsync();
        var refused = await PromoteAsync((name, value));
        Assert.Equal((ExitCode.GateFailed, "MOP3018"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Equal(ExitCode.Ok, (await PromoteAsync((name, value), ("SkipRolledBack", "true"))).ExitCode);
        Assert.Equal((2, 1), await StateAsync());

        var allowed = await PromoteAsync((name, value), ("AllowRolledBack", "true"));
        Assert.True(allowed.ExitCode == ExitCode.Ok, ReleaseLab.Describe(allowed));
        Assert.Equal((2, 2), await StateAsync());
        Assert.NotEqual("", (await EntriesAsync())[0].Text(LedgerTags.Lifted));
        Assert.False(((PromoteResult)(await PromoteAsync()).Result!).RolledBack);
    }

    [Fact]
    public async Task A_rollback_that_a_job_repeats_is_not_undone()
    {
        await RolledBackAsync();
        var before = await EntriesAsync();

        var again = await RollBackAsync();

        Assert.Equal((ExitCode.Ok, "MOP3029"), (again.ExitCode, Assert.Single(again.Diagnostics).Code));
        Assert.Equal((2, 1), (((RollbackResult)again.Result!).FromVersion, ((RollbackResult)again.Result!).Version));
        Assert.Equal((2, 1), await StateAsync());
        Assert.Equal(before.Count, (await EntriesAsync()).Count);
    }

    [Fact]
    public async Task A_rollback_of_the_rollback_lifts_it_and_quarantines_nothing()
    {
        await RolledBackAsync();
        await _lab.DoAsync<RollbackResult>("rollback", ("Environment", "staging"), ("Alias", "challenger"), ("Reason", "was fine"));

        Assert.Equal((2, 2), await StateAsync());
        var entries = await EntriesAsync();
        Assert.NotEqual("", entries[0].Text(LedgerTags.Lifted));
        Assert.NotEqual("", entries[1].Text(LedgerTags.Quarantined));
        await using var catalog = await _lab.OpenAsync("staging");
        Assert.Null(Quarantine.ReasonOf((await catalog.Registry.FindVersionAsync(Staged, 1, default))!));
        Assert.Null(Quarantine.ReasonOf((await catalog.Registry.FindVersionAsync(Staged, 2, default))!));
        Assert.Equal(ExitCode.Ok, (await PromoteAsync(("Version", "2"))).ExitCode);
    }

    [Fact]
    public async Task Other_content_is_free_and_so_is_the_same_content_elsewhere()
    {
        await RolledBackAsync();
        _lab.ChangeModel("third");
        await ReleaseAsync();
        Assert.Equal((3, 3), await StateAsync());

        _lab.ChangeModel("second");
        _lab.Git.Commit("back to it");
        Assert.True((await RegisterAsync("dev")).Created);
        Assert.True(((PromoteResult)(await PromoteAsync()).Result!).RolledBack);
    }

    [Fact]
    public async Task A_rollback_that_was_killed_before_its_move_is_made_by_the_next_one()
    {
        var store = new WatchedStore { Before = (write, _) => Task.CompletedTask };
        _lab.Store = store;
        await ReleasedTwiceAsync();
        store.Before = (write, _) => write == "MoveAliasAsync" ? throw new InvalidTimeZoneException("killed") : Task.CompletedTask;
        Assert.Equal(ExitCode.InternalError, (await RollBackAsync()).ExitCode);
        store.Before = (_, _) => Task.CompletedTask;

        Assert.Equal(ExitCode.Ok, (await RollBackAsync()).ExitCode);
        Assert.Equal((2, 1), await StateAsync());
        Assert.True(((PromoteResult)(await PromoteAsync()).Result!).RolledBack);
    }

    [Fact]
    public async Task A_long_reason_with_line_breaks_and_halves_of_characters_is_kept_short()
    {
        await ReleasedTwiceAsync();
        var reason = new string('x', 197) + "\n😀😀😀";
        await _lab.DoAsync<RollbackResult>("rollback", ("Environment", "staging"), ("Alias", "challenger"), ("Reason", reason));

        await using var catalog = await _lab.OpenAsync("staging");
        Assert.Equal(new string('x', 197) + " …", Quarantine.ReasonOf((await catalog.Registry.FindVersionAsync(Staged, 2, default))!));
    }

    private async Task RolledBackAsync()
    {
        await ReleasedTwiceAsync();
        Assert.Equal(ExitCode.Ok, (await RollBackAsync()).ExitCode);
        Assert.Equal((2, 1), await StateAsync());
    }

    private async Task ReleasedTwiceAsync()
    {
        await ReleaseAsync();
        _lab.ChangeModel("second");
        await ReleaseAsync(("Alias", "candidate"));
    }

    private async Task ReleaseAsync(params (string Name, string Value)[] more)
    {
        _lab.Git.Commit("a model");
        await RegisterAsync("dev", more);
        await _lab.DoAsync<PromoteResult>("promote", ("To", "staging"));
    }

    private async Task<RegisterResult> RegisterAsync(string environment, params (string Name, string Value)[] more)
    {
        await _lab.PackageAsync();
        return await _lab.DoAsync<RegisterResult>("register", [("Package", "diabetes.modelpkg"), ("Environment", environment), .. more]);
    }

    private Task<VerbReport> PromoteAsync(params (string Name, string Value)[] more) => _lab.RunAsync("promote", [("To", "staging"), .. more]);

    private Task<VerbReport> RollBackAsync() =>
        _lab.RunAsync("rollback", ("Environment", "staging"), ("Alias", "challenger"), ("Reason", "too slow"));

    private async Task<IReadOnlyList<LedgerEntry>> EntriesAsync()
    {
        await using var catalog = await _lab.OpenAsync("staging");
        return (await new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, Staged), TimeProvider.System).ReadAsync(default)).All;
    }

    // How many versions there are, and which is challenger.
    private async Task<(int Versions, int? Challenger)> StateAsync()
    {
        await using var catalog = await _lab.OpenAsync("staging");
        var versions = await catalog.Registry.ListVersionsAsync(Staged, withTag: null, default).CountAsync();
        return (versions, (await catalog.Registry.FindModelAsync(Staged, default))!.FindAlias(AliasName.Challenger));
    }
}
