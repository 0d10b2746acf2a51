using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Gates;
using ModelOps.Evaluation.Comparison;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

public sealed class ValidateTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task A_version_that_passes_is_challenger_with_the_result_as_tags_and_the_reports_in_the_ledger()
    {
        var version = await _lab.RegisterAsync(0.4);
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var result = ValidationLab.Result(report);
        Assert.Equal((1, "models:/dev.health.diabetes/1", GateStatus.Passed, Decision.Promote, "challenger"), (result.Version, result.Uri, result.Status, result.Decision, result.Alias!.Value));
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(version));
        Assert.All([result.HtmlReport, result.MarkdownReport, result.JsonReport], path => Assert.StartsWith(_lab.File(".modelops/validation/"), path, StringComparison.Ordinal));
        Assert.All([result.HtmlReport!, result.MarkdownReport!, result.JsonReport!], path => Assert.True(new FileInfo(path).Length > 0));

        await using var catalog = await _lab.Release.OpenAsync("dev");
        var found = await catalog.Registry.FindVersionAsync(ValidationLab.Model, version, default);
        Assert.Equal(found!.Tags[VersionTags.Digest], result.Digest);
        var tag = JsonDocument.Parse(found.Tags[VersionTags.Gates]).RootElement;
        Assert.Equal(("passed", "promote", "passed"), (tag.GetProperty("status").GetString(), tag.GetProperty("decision").GetString(), tag.GetProperty("gates").GetProperty("metrics").GetString()));
        Assert.Matches("^sha256:[0-9a-f]{64}$", tag.GetProperty("report").GetString());

        var entry = Assert.Single(await _lab.EntriesAsync());
        Assert.Equal((RunStatus.Finished, 1, "challenger", "promote"), (entry.Run.Status, entry.To, entry.Alias, entry.Text(VersionTags.Decision)));
        var files = await catalog.Artifacts.ListAsync(entry.Run.ArtifactUri, default);
        Assert.Equal(["gates.json", "report.html", "report.json", "report.md"], files.Select(file => file.Path));
    }

    [UnixFact]
    public async Task A_version_outside_a_limit_fails_and_gets_no_alias()
    {
        _lab.Configure("metrics: [{name: roc_auc, min: 0.999}]\nchampion: {resamples: 200}");
        var version = await _lab.RegisterAsync(0.2);
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Contains(report.Diagnostics, finding => finding.Code == "MOP7001" && finding.Message.Contains("roc_auc", StringComparison.Ordinal));
        Assert.Equal((GateStatus.Failed, Decision.Reject, null), (ValidationLab.Result(report).Status, ValidationLab.Result(report).Decision, ValidationLab.Result(report).Alias));
        Assert.Equal(("FAILED", "reject", false), await _lab.StateAsync(version));
        Assert.Equal("reject", Assert.Single(await _lab.EntriesAsync()).Text(VersionTags.Decision));
        var summary = Assert.Single(_lab.Release.Host.Summaries);
        Assert.StartsWith("## \u274C Failed: the challenger is rejected\n\n**dev.health.diabetes, version 1**\n", summary, StringComparison.Ordinal);
        Assert.Matches(@"\| metrics +\| roc_auc +\| \u274C Failed +\|", summary);
        Assert.Contains("\n### Plan\n\n- models:/dev.health.diabetes/1 does not become challenger in dev.\n", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("output", summary, StringComparison.Ordinal);
        Assert.All(new[] { "html", "md", "json" }, kind => Assert.DoesNotContain(_lab.Path, File.ReadAllText(_lab.File($".modelops/validation/report.{kind}")), StringComparison.Ordinal));
        Assert.True(File.Exists(_lab.File(".modelops/validation/report.html")));
    }

    [UnixTheory]
    [InlineData("exit 3", "MOP6012")]
    [InlineData("exit 0", "MOP6012")]
    [InlineData("mkfifo \"$MODELOPS_PREDICTIONS\"", "MOP6012")]
    [InlineData("echo id,y,q > \"$MODELOPS_PREDICTIONS\"; echo 1,1,0.5 >> \"$MODELOPS_PREDICTIONS\"", "MOP6002")]
    public async Task A_gate_without_predictions_could_not_run_which_is_never_a_pass(string script, string code)
    {
        _lab.Write("predict.sh", script);
        var version = await _lab.RegisterAsync(0.4);
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.CouldNotRun, report.ExitCode);
        Assert.Contains(code, ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Contains("MOP7002", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Equal(("PENDING", "keep", false), await _lab.StateAsync(version));
    }

    [UnixTheory]
    [InlineData("keep", ExitCode.NotEnoughEvidence, "FAILED", false)]
    [InlineData("fail", ExitCode.GateFailed, "FAILED", false)]
    [InlineData("canary", ExitCode.Ok, "PASSED", true)]
    [InlineData("approve", ExitCode.WaitingForApproval, "PASSED", true)]
    public async Task Evidence_that_does_not_decide_is_dealt_with_as_the_policy_says(string policy, ExitCode exitCode, string status, bool isChallenger)
    {
        _lab.Configure($"champion: {{resamples: 200, not_enough_evidence: {policy}}}");
        await _lab.CrownAsync(0.4);
        var version = await _lab.RegisterAsync(0.401);
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == exitCode, ReleaseLab.Describe(report));
        Assert.Equal((status, policy == "fail" ? "reject" : policy, isChallenger), await _lab.StateAsync(version));
        Assert.Contains("MOP6010", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Equal(ComparisonVerdict.NotEnoughEvidence, ValidationLab.Result(report).Verdict);
    }

    [UnixFact]
    public async Task A_better_version_beats_the_champion_a_worse_and_an_equal_one_do_not()
    {
        await _lab.CrownAsync(0.3);
        var better = await _lab.RegisterAsync(0.6);
        Assert.Equal((ExitCode.Ok, ComparisonVerdict.Better), await VerdictAsync());
        var looked = ValidationLab.Result(await _lab.ValidateAsync(("DryRun", "true"), ("Refresh", "true")));
        Assert.Equal(("models:/dev.health.diabetes/1", false), (looked.Champion, looked.IsBaseline));
        var worse = await _lab.RegisterAsync(0.15);
        Assert.Equal((ExitCode.GateFailed, ComparisonVerdict.Worse), await VerdictAsync());

        // The champion's content once more, after another: there is nothing to release.
        var again = await _lab.RegisterAsync(0.3);
        var equal = await _lab.ValidateAsync();

        Assert.Equal((4, ExitCode.Ok, Decision.Keep), (again, equal.ExitCode, ValidationLab.Result(equal).Decision));
        Assert.Contains("MOP7014", ValidationLab.Codes(equal), StringComparison.Ordinal);
        Assert.Equal(("PASSED", "keep", false), await _lab.StateAsync(again));
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(better));
        Assert.Equal(("FAILED", "reject", false), await _lab.StateAsync(worse));
    }

    [UnixFact]
    public async Task The_champion_itself_is_compared_with_the_baseline()
    {
        await _lab.CrownAsync(0.4);
        var report = await _lab.ValidateAsync(("FromAlias", "champion"));

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var result = ValidationLab.Result(report);
        Assert.Equal((null, true), (result.Champion, result.IsBaseline));
        Assert.Contains("MOP7010", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.StartsWith("This version is the champion itself, so it is compared with the baseline.", Assert.Single(result.Gates, check => check.Gate == "champion").Message, StringComparison.Ordinal);
        Assert.Contains("this version itself", File.ReadAllText(result.HtmlReport!), StringComparison.Ordinal);
        Assert.DoesNotContain("First version", File.ReadAllText(result.HtmlReport!), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_second_judgement_of_the_same_evidence_says_the_same_and_uses_the_predictions_that_were_kept()
    {
        await _lab.CrownAsync(0.3);
        var version = await _lab.RegisterAsync(0.6);
        var first = await _lab.ValidateAsync();
        Assert.Equal(2, _lab.Runs);
        await SetJudgedAsync(version, "another release's");
        var second = await _lab.ValidateAsync();
        Assert.Equal(2, _lab.Runs);

        Assert.Equal(ExitCode.Ok, second.ExitCode);
        Assert.Equal(ValidationLab.Result(first).Gates, ValidationLab.Result(second).Gates);
        Assert.Equal(ValidationLab.Result(first).Comparisons, ValidationLab.Result(second).Comparisons);
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(version));
        await _lab.ValidateAsync(("Refresh", "true"));
        Assert.Equal(4, _lab.Runs);
    }

    [UnixFact]
    public async Task Predictions_that_were_tampered_with_or_belong_to_other_data_are_made_again()
    {
        var version = await _lab.RegisterAsync(0.4);
        await _lab.ValidateAsync();
        await SetJudgedAsync(version, "another release's");
        var kept = Assert.Single(Directory.GetFiles(_lab.File(".modelops/predictions"), "*.csv"));
        File.WriteAllText(kept, File.ReadAllText(kept).Replace(",0,0.", ",0,0.00", StringComparison.Ordinal));
        await _lab.ValidateAsync();
        Assert.Equal(2, _lab.Runs);

        File.AppendAllText(_lab.File("rows.csv"), "400,0\n");
        await _lab.ValidateAsync();
        Assert.Equal(3, _lab.Runs);
    }

    private async Task SetJudgedAsync(int version, string text)
    {
        await using var catalog = await _lab.Release.OpenAsync("dev");
        await catalog.Registry.SetVersionTagAsync(ValidationLab.Model, version, new(VersionTags.Judged, text), default);
    }

    private async Task<(ExitCode, ComparisonVerdict?)> VerdictAsync()
    {
        var report = await _lab.ValidateAsync();
        return (report.ExitCode, ValidationLab.Result(report).Verdict);
    }
}
