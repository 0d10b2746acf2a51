using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.Register;
using ModelOps.Evaluation.Comparison;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>When a verdict stands, and when a version is judged anew.</summary>
public sealed class StandingVerdictTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task A_commit_that_changes_neither_model_nor_data_nor_rules_judges_nothing_anew()
    {
        var version = await _lab.RegisterAsync(0.4);
        var first = await _lab.ValidateAsync();
        _lab.Write("README.md", "words");
        _lab.Release.Git.Commit("docs");
        var again = await _lab.Release.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        var second = await _lab.ValidateAsync(("Version", $"{again.Version}"));

        Assert.Equal((version, false), (again.Version, again.Created));
        Assert.Equal((ExitCode.Ok, "MOP7013", true), (second.ExitCode, ValidationLab.Codes(second), ValidationLab.Result(second).Skipped));
        Assert.Equal(
            (ValidationLab.Result(first).Status, ValidationLab.Result(first).Decision, ValidationLab.Result(first).Alias),
            (ValidationLab.Result(second).Status, ValidationLab.Result(second).Decision, ValidationLab.Result(second).Alias));
        Assert.Single(await _lab.EntriesAsync());
        Assert.Equal(1, _lab.Runs);
        var summary = Assert.Single(_lab.Release.Host.Summaries);
        Assert.StartsWith("## \u2705 Passed: the challenger may become champion\n", summary, StringComparison.Ordinal);
        Assert.Contains("\nAn earlier verdict on this very evidence stands; nothing was judged anew.\n", summary, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("data")]
    [InlineData("rules")]
    [InlineData("script")]
    [InlineData("seed")]
    [InlineData("tags")]
    [InlineData("waiver")]
    [InlineData("killed")]
    [InlineData("alias")]
    [InlineData("champion")]
    [InlineData("refresh")]
    public async Task Whatever_a_verdict_rests_on_makes_it_judge_anew(string change)
    {
        var version = await _lab.RegisterAsync(0.4);
        await _lab.ValidateAsync();
        switch (change)
        {
            case "data": File.AppendAllText(_lab.File("rows.csv"), "400,0\n"); break;
            case "rules": _lab.Configure("metrics: [{name: roc_auc, min: 0.61}]\nchampion: {resamples: 200}"); break;
            case "script": _lab.Write("predict.sh", "echo again >> runs; exec python3 predict.py"); break;
            case "waiver": File.AppendAllText(_lab.File("modelops.yml"), "\ncheck: {max_size_mb: 99}\n"); break;
            case "killed": _lab.Sql("UPDATE runs SET status = 'RUNNING', end_time = NULL WHERE name = 'validate'"); break;
            default: await ChangeRegistryAsync(change, version); break;
        }

        var report = await _lab.ValidateAsync(
            [("Version", $"{version}"), .. change == "seed" ? [("Seed", "5")] : change == "refresh" ? [("Refresh", "true")] : Array.Empty<(string, string)>()]);
        Assert.False(ValidationLab.Result(report).Skipped, ReleaseLab.Describe(report));
    }

    [UnixFact]
    public async Task A_version_that_failed_is_always_judged_anew()
    {
        await _lab.RegisterAsync(0);
        Assert.Equal(ExitCode.GateFailed, (await _lab.ValidateAsync()).ExitCode);

        Assert.Equal(ExitCode.GateFailed, (await _lab.ValidateAsync()).ExitCode);
        Assert.Equal(2, (await _lab.EntriesAsync()).Count);
    }

    [UnixFact]
    public async Task The_champion_that_won_before_has_nothing_to_release()
    {
        await _lab.CrownAsync(0.3);
        var version = await _lab.RegisterAsync(0.6);
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        await using (var catalog = await _lab.Release.OpenAsync("dev"))
        {
            await catalog.Registry.MoveAliasAsync(new(ValidationLab.Model, AliasName.Champion, version, 1), default);
        }

        var report = await _lab.ValidateAsync();
        Assert.Equal((ExitCode.Ok, Decision.Keep, true), (report.ExitCode, ValidationLab.Result(report).Decision, ValidationLab.Result(report).Skipped));
    }

    [UnixFact]
    public async Task A_package_with_the_champions_content_has_nothing_to_release_either()
    {
        await _lab.CrownAsync(0.4);
        var report = await _lab.ValidateAsync(("Package", "diabetes.modelpkg"), ("DryRun", "true"));

        Assert.Equal((ExitCode.Ok, Decision.Keep), (report.ExitCode, ValidationLab.Result(report).Decision));
        Assert.Contains("MOP7014", ValidationLab.Codes(report), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_gate_that_could_not_run_is_named_in_the_tag_and_a_rerun_takes_over()
    {
        _lab.Write("predict.sh", "exit 3");
        var version = await _lab.RegisterAsync(0.4);
        Assert.Equal(ExitCode.CouldNotRun, (await _lab.ValidateAsync()).ExitCode);

        await using (var catalog = await _lab.Release.OpenAsync("dev"))
        {
            var tags = (await catalog.Registry.FindVersionAsync(ValidationLab.Model, version, default))!.Tags;
            Assert.Equal("PENDING", tags[VersionTags.ValidationStatus]);
            var stopped = JsonDocument.Parse(tags[VersionTags.Gates]).RootElement.GetProperty("could_not_run");
            Assert.Equal(["metrics", "champion"], stopped.EnumerateArray().Select(gate => gate.GetString()));
        }

        _lab.Write("predict.sh", "exec python3 predict.py");
        var rerun = await _lab.ValidateAsync();
        Assert.Equal((ExitCode.Ok, true), (rerun.ExitCode, ValidationLab.Codes(rerun).Contains("MOP7006", StringComparison.Ordinal)));
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(version));
    }

    private async Task ChangeRegistryAsync(string change, int version)
    {
        var other = change is "alias" or "champion" ? await _lab.RegisterAsync(0.2) : version;
        await using var catalog = await _lab.Release.OpenAsync("dev");
        await (change switch
        {
            "tags" => catalog.Registry.SetVersionTagAsync(ValidationLab.Model, version, new("owner", "health"), default),
            "alias" => catalog.Registry.DeleteAliasAsync(ValidationLab.Model, AliasName.Challenger, default),
            "champion" => catalog.Registry.MoveAliasAsync(new(ValidationLab.Model, AliasName.Champion, other, null), default),
            _ => Task.CompletedTask,
        });
    }
}
