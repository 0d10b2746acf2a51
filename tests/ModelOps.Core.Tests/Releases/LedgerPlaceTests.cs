using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Rollback;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Where the ledger is when modelops.yml says so.</summary>
public sealed class LedgerPlaceTests : IDisposable
{
    private const string Configured = "team/ledgers/dev.health.diabetes";
    private const string Usual = "modelops/dev.health.diabetes";

    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task All_verbs_write_and_read_it_there()
    {
        Configure();
        await RegisterAsync("1");
        await RegisterAsync("2");
        await _lab.DoAsync<RollbackResult>("rollback", ("Environment", "dev"), ("Alias", "candidate"), ("Reason", "worse"));

        await using var catalog = await _lab.OpenAsync("dev");
        Assert.Null(await catalog.Tracking.FindExperimentAsync(Usual, default));
        var experiment = await catalog.Tracking.FindExperimentAsync(Configured, default);
        Assert.Equal(3, await catalog.Tracking.ListRunsAsync(experiment!, null, default).CountAsync());
        var history = await _lab.RunAsync("history", ("Environment", "dev"));
        Assert.Equal(["rollback", "register", "register"], ((HistoryResult)history.Result!).Entries.Select(entry => entry.Action));
        Assert.Empty(history.Diagnostics);
        Assert.All((await _lab.DoAsync<StatusResult>("status", ("Environment", "dev"))).Versions, row => Assert.Equal("tester", row.By));
    }

    [Fact]
    public async Task A_ledger_that_stayed_where_it_was_is_said_until_its_experiment_is_renamed()
    {
        await RegisterAsync("1");
        await RegisterAsync("2");
        Configure();
        var history = await _lab.RunAsync("history", ("Environment", "dev"));
        Assert.Empty(((HistoryResult)history.Result!).Entries);
        var warning = history.Diagnostics[0];
        Assert.Equal(("MOP3017", Severity.Warning, $"The experiment '{Configured}' has no entry, and '{Usual}' has some: they are not read."), (warning.Code, warning.Severity, warning.Message));

        var rollback = await _lab.RunAsync("rollback", ("Environment", "dev"), ("Alias", "candidate"), ("Reason", "worse"));
        Assert.Equal(["MOP3017", "MOP3007"], rollback.Diagnostics.Select(finding => finding.Code));
        Assert.Contains((await _lab.RunAsync("status", ("Environment", "dev"))).Diagnostics, finding => finding.Code == "MOP3017");

        Rename();
        Assert.Equal(1, (await _lab.DoAsync<RollbackResult>("rollback", ("Environment", "dev"), ("Alias", "candidate"), ("Reason", "worse"))).Version);
        Assert.Empty((await _lab.RunAsync("history", ("Environment", "dev"))).Diagnostics);
    }

    [Fact]
    public async Task The_first_entry_of_a_new_place_is_made_with_a_warning_and_the_second_without()
    {
        await RegisterAsync("1");
        Configure();
        Assert.Equal(["MOP3017", "MOP3028"], (await RegisterAsync("2")).Order());
        Assert.Empty(await RegisterAsync("3"));
    }

    [Theory]
    [InlineData("modelops", "/Shared/modelops/")]
    [InlineData("team/ledgers", "/Shared/team/ledgers/")]
    [InlineData("/Users/team", "/Users/team/")]
    public async Task A_store_whose_experiments_are_paths_puts_it_where_it_wants_it(string configured, string expected)
    {
        _lab.Store = new PathStore();
        Configure(configured);
        await RegisterAsync("1");
        await RegisterAsync("2");
        Assert.Equal(1, (await _lab.DoAsync<RollbackResult>("rollback", ("Environment", "dev"), ("Alias", "candidate"), ("Reason", "worse"))).Version);
        var history = await _lab.RunAsync("history", ("Environment", "dev"));
        Assert.Equal(3, ((HistoryResult)history.Result!).Entries.Count);
        Assert.Empty(history.Diagnostics);

        await using var catalog = await _lab.OpenAsync("dev");
        Assert.NotNull(await catalog.Tracking.FindExperimentAsync(expected + "dev.health.diabetes", default));
    }

    private async Task<IReadOnlyList<string>> RegisterAsync(string content)
    {
        _lab.ChangeModel(content);
        _lab.Git.Commit(content);
        await _lab.PackageAsync();
        var report = await _lab.RunAsync("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "candidate"));
        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        Assert.IsType<RegisterResult>(report.Result);
        return [.. report.Diagnostics.Select(finding => finding.Code)];
    }

    private void Configure(string folder = "team/ledgers")
    {
        var file = Path.Combine(_lab.Path, "modelops.yml");
        const string First = "tracking_uri: sqlite:///.modelops/dev.db\n";
        File.WriteAllText(file, File.ReadAllText(file).Replace(First, First + $"    ledger: {{experiment: '{folder}/{{model}}'}}\n", StringComparison.Ordinal));
        _lab.Git.Commit("ledger");
    }

    private void Rename()
    {
        var start = new System.Diagnostics.ProcessStartInfo(
            "python3", ["-c", $"import sqlite3; c = sqlite3.connect('.modelops/dev.db'); c.execute(\"UPDATE experiments SET name = '{Configured}' WHERE name = '{Usual}'\"); c.commit()"])
        {
            WorkingDirectory = _lab.Path,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
