using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Verbs.History;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>A version that is validated again, or twice at the same time.</summary>
public sealed class RevalidationTests : IDisposable
{
    private const string Strict = "metrics: [{name: roc_auc, min: 0.999}]\nchampion: {resamples: 200}";

    // What another validation of the same version does when it comes to its end.
    private const string EndEntries = """"
        python3 -c "import sqlite3; c = sqlite3.connect('.modelops/dev.db'); c.execute('''UPDATE runs SET status = 'FINISHED', end_time = 1 WHERE name = 'validate' '''); c.commit()"
        exec python3 predict.py
        """";

    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task A_version_that_does_not_pass_any_more_is_challenger_no_more()
    {
        var version = await _lab.RegisterAsync(0.2);
        _lab.Configure("champion: {resamples: 200}");
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(version));
        _lab.Configure(Strict);
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Equal(("FAILED", "reject", false), await _lab.StateAsync(version));
        Assert.Equal((null, AliasName.Challenger), (ValidationLab.Result(report).Alias, ValidationLab.Result(report).RemovedAlias));
        Assert.Contains("MOP7009", ValidationLab.Codes(report), StringComparison.Ordinal);
        var history = await _lab.Release.DoAsync<HistoryResult>("history", ("Environment", "dev"));
        Assert.Equal("challenger taken away: not passed", history.Entries.First(entry => entry.Action == "validate").Reason);
    }

    [UnixFact]
    public async Task An_alias_of_another_version_stays()
    {
        await _lab.RegisterAsync(0.3);
        await _lab.ValidateAsync();
        _lab.Configure(Strict);
        await _lab.RegisterAsync(0.2);
        var report = await _lab.ValidateAsync();

        Assert.Equal((ExitCode.GateFailed, null), (report.ExitCode, ValidationLab.Result(report).RemovedAlias));
        Assert.True((await _lab.StateAsync(1)).IsChallenger);
    }

    [UnixFact]
    public async Task What_serves_is_not_taken_away_by_a_number()
    {
        _lab.Configure(Strict);
        var version = await _lab.CrownAsync(0.2);
        var report = await _lab.ValidateAsync(("Alias", "champion"));

        Assert.Equal((ExitCode.GateFailed, null), (report.ExitCode, ValidationLab.Result(report).RemovedAlias));
        await using var catalog = await _lab.Release.OpenAsync("dev");
        Assert.Equal(version, (await catalog.Registry.FindModelAsync(ValidationLab.Model, default))!.Aliases["champion"]);
    }

    [UnixFact]
    public async Task A_validation_whose_entry_another_one_has_ended_writes_an_entry_of_its_own()
    {
        _lab.Write("predict.sh", EndEntries);
        await _lab.RegisterAsync(0.4);
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);

        var entries = await _lab.EntriesAsync();
        Assert.Equal(["", "challenger"], entries.Select(entry => entry.Alias).Order(StringComparer.Ordinal));
        Assert.Equal(["", "promote"], entries.Select(entry => entry.Text(VersionTags.Decision)).Order(StringComparer.Ordinal));
    }

    [UnixFact]
    public async Task A_validation_that_breaks_does_not_rewrite_the_entry_that_another_one_has_ended()
    {
        _lab.Write("taken", "a file where the reports should go");
        _lab.Write("predict.sh", EndEntries);
        var version = await _lab.RegisterAsync(0.4);
        Assert.Equal(ExitCode.BadInput, (await _lab.ValidateAsync(("Output", "taken"))).ExitCode);

        Assert.Equal(RunStatus.Finished, Assert.Single(await _lab.EntriesAsync()).Run.Status);
        Assert.Equal("PENDING", (await _lab.StateAsync(version)).Status);
    }
}
