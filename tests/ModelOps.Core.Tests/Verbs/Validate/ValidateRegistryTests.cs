using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Gates;
using ModelOps.Core.Releases;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Status;
using ModelOps.Evaluation.Comparison;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>What a validation leaves in the registry, however it ends.</summary>
public sealed class ValidateRegistryTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task A_validation_that_breaks_decides_nothing_and_leaves_a_failed_entry_and_its_own_failure()
    {
        _lab.Write("taken", "a file where the reports should go");
        var version = await _lab.RegisterAsync(0.4);
        var report = await _lab.ValidateAsync(("Output", "taken"));

        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Contains(report.Diagnostics, finding => finding.Message.Contains("taken", StringComparison.Ordinal));
        Assert.Equal(("PENDING", null, false), await _lab.StateAsync(version));
        Assert.Equal(RunStatus.Failed, Assert.Single(await _lab.EntriesAsync()).Run.Status);
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task History_tells_what_was_decided_and_status_still_says_who_made_a_version()
    {
        await _lab.RegisterAsync(0);
        _lab.Release.Environment["USER"] = "judge";
        Assert.Equal(ExitCode.GateFailed, (await _lab.ValidateAsync()).ExitCode);

        var history = (await _lab.Release.DoAsync<HistoryResult>("history", ("Environment", "dev"))).Entries;
        Assert.Equal([("validate", 1, "reject", "judge"), ("register", 1, "", "tester")], history.Select(entry => (entry.Action, entry.To!.Value, entry.Decision, entry.Actor)));
        var row = Assert.Single((await _lab.Release.DoAsync<StatusResult>("status", ("Environment", "dev"))).Versions);
        Assert.Equal(("FAILED", "tester"), (row.Validation, row.By));
    }

    [LinuxFact]
    public async Task A_validation_that_is_cancelled_decides_nothing_and_leaves_no_process()
    {
        _lab.Write("predict.sh", "echo $$ > child; echo started >> runs; sleep 300");
        var version = await _lab.RegisterAsync(0.4);
        using var cancel = new CancellationTokenSource();
        var run = _lab.ValidateAsync(cancel.Token);
        while (_lab.Runs == 0 && !run.IsCompleted)
        {
            await Task.Delay(50);
        }

        await cancel.CancelAsync();

        Assert.Equal(ExitCode.Cancelled, (await run).ExitCode);
        Assert.Equal(("PENDING", null, false), await _lab.StateAsync(version));
        Assert.False(Gathering.GatheringLab.IsAlive(File.ReadAllText(_lab.File("child")).Trim()));
    }

    [UnixFact]
    public async Task A_version_that_a_killed_run_left_PENDING_is_taken_over()
    {
        var version = await _lab.RegisterAsync(0.4);
        await using (var catalog = await _lab.Release.OpenAsync("dev"))
        {
            await catalog.Registry.SetVersionTagAsync(ValidationLab.Model, version, new(VersionTags.ValidationStatus, "PENDING"), default);
        }

        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Contains("MOP7006", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task A_version_whose_digest_is_rewritten_meanwhile_is_not_given_the_verdict_of_other_files()
    {
        _lab.Write("predict.sh", """
            python3 predict.py && python3 -c "import sqlite3; c = sqlite3.connect('.modelops/dev.db'); c.execute('''UPDATE model_version_tags SET value = 'sha256:other' WHERE key = 'modelops.digest' '''); c.commit()"
            """);
        var version = await _lab.RegisterAsync(0.4);
        var report = await _lab.ValidateAsync();

        Assert.Equal((ExitCode.StateMoved, "MOP7008"), (report.ExitCode, report.Diagnostics[^1].Code));
        Assert.Equal(("PENDING", null, false), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task Files_that_are_not_those_that_were_registered_fail_and_no_code_runs_on_them()
    {
        var version = await _lab.RegisterAsync(0.4);
        Tamper("0.4", "0.9");
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Contains(ValidationLab.Result(report).Gates, check => check is { Gate: "digest", Status: GateStatus.Failed });
        Assert.Equal(0, _lab.Runs);
        Assert.Equal(("FAILED", "reject", false), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task More_bytes_than_were_registered_fail_before_they_are_fetched()
    {
        var version = await _lab.RegisterAsync(0.4);
        Tamper("0.4", "0.400");
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Contains(ValidationLab.Result(report).Gates, check => check is { Gate: "digest", Status: GateStatus.Failed } && check.Message.Contains("it was registered with", StringComparison.Ordinal));
        Assert.Contains(report.Diagnostics, finding => finding.Code == "MOP3001" && finding.Message.Contains("Nothing was fetched", StringComparison.Ordinal));
        Assert.Equal(0, _lab.Runs);
        Assert.Equal(("FAILED", "reject", false), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task A_champion_whose_files_were_changed_is_no_measure()
    {
        await _lab.CrownAsync(0.4);
        Tamper("0.4", "0.1");
        var version = await _lab.RegisterAsync(0.6);
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.CouldNotRun, report.ExitCode);
        Assert.Contains(ValidationLab.Result(report).Gates, check => check is { Gate: "champion", Status: GateStatus.CouldNotRun });
        Assert.Equal(1, _lab.Runs);
        Assert.Equal(("PENDING", "keep", false), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task A_branch_that_may_not_give_the_alias_is_refused_before_anything_runs_and_may_look()
    {
        await _lab.PackageAsync(0.4);
        await _lab.Release.DoAsync<Core.Verbs.Register.RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "staging"));
        _lab.Release.Git.Switch("feature", create: true);
        var refused = await _lab.Release.RunAsync("validate", ("Environment", "staging"));
        Assert.Equal((ExitCode.GateFailed, "MOP3003"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        Assert.Equal(0, _lab.Runs);

        var looked = await _lab.Release.RunAsync("validate", ("Environment", "staging"), ("DryRun", "true"));

        Assert.Equal(ExitCode.Ok, looked.ExitCode);
        Assert.Contains("MOP3003", ValidationLab.Codes(looked), StringComparison.Ordinal);
        Assert.True(File.Exists(_lab.File(".modelops/validation/report.md")));
        await using var catalog = await _lab.Release.OpenAsync("staging");
        var version = await catalog.Registry.FindVersionAsync(ModelName.Parse("staging.health.diabetes"), 1, default);
        Assert.DoesNotContain(version!.Tags.Keys, key => key is VersionTags.ValidationStatus or VersionTags.Gates or VersionTags.Decision);
        Assert.DoesNotContain((await new Ledger(catalog, LedgerPlace.Of(catalog.Tracking, version.Model), TimeProvider.System).ReadAsync(default)).All, entry => entry.Action == "validate");
    }

    [UnixFact]
    public async Task A_package_is_judged_beside_the_champion_and_nothing_is_written()
    {
        await _lab.CrownAsync(0.3);
        await _lab.PackageAsync(0.6);
        var report = await _lab.ValidateAsync(("Package", "diabetes.modelpkg"));

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var result = ValidationLab.Result(report);
        Assert.Equal((null, null, null, Decision.Promote, ComparisonVerdict.Better), (result.Version, result.Uri, result.Alias, result.Decision, result.Verdict));
        Assert.Contains("MOP7004", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Empty(await _lab.EntriesAsync());
        Assert.Equal((null, null, false), await _lab.StateAsync(1));
    }

    [UnixTheory]
    [InlineData("Version", "9", "MOP2007")]
    [InlineData("FromAlias", "shadow", "MOP2007")]
    [InlineData("Model", "unknown", "MOP7003")]
    [InlineData("Environment", "nowhere", "MOP0105")]
    public async Task What_is_not_there_is_named(string input, string value, string code)
    {
        await _lab.RegisterAsync(0.4);
        var report = await _lab.Release.RunAsync("validate", (input, value));

        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [UnixTheory]
    [InlineData(null, true)]
    [InlineData("{\"schemaVersion\": 1, \"checks\": [null], \"gates\": [null]}", false)]
    [InlineData("no report", false)]
    public async Task The_values_of_the_champions_own_validation_are_shown_beside_the_new_ones(string? damage, bool isShown)
    {
        await _lab.RegisterAsync(0.4);
        var first = ValidationLab.Result(await _lab.ValidateAsync());
        await using (var catalog = await _lab.Release.OpenAsync("dev"))
        {
            await catalog.Registry.MoveAliasAsync(new(ValidationLab.Model, AliasName.Champion, 1, null), default);
        }

        foreach (var file in damage is null ? [] : Directory.GetFiles(_lab.File(".modelops"), "*.json", SearchOption.AllDirectories).Where(IsArtifact))
        {
            File.WriteAllText(file, damage);
        }

        _lab.Write("predict.sh", "test \"$MODELOPS_MODEL_VERSION\" != models:/dev.health.diabetes/1 && exec python3 predict.py");
        await _lab.RegisterAsync(0.6);
        var second = ValidationLab.Result(await _lab.ValidateAsync(("Refresh", "true")));

        var auc = first.Gates.Single(check => check is { Gate: "metrics", Check: "roc_auc" }).Value;
        Assert.Equal(isShown ? auc : "", second.Gates.Single(check => check is { Gate: "metrics", Check: "roc_auc" }).Previous);
    }

    private static bool IsArtifact(string path) => Path.GetFileName(path) is "report.json" or "gates.json" && path.Contains("artifacts", StringComparison.Ordinal);

    private void Tamper(string from, string to)
    {
        var file = Directory.GetFiles(_lab.File(".modelops"), "notes.txt", SearchOption.AllDirectories).Single(path => File.ReadAllText(path) == from);
        File.WriteAllText(file, to);
    }
}
