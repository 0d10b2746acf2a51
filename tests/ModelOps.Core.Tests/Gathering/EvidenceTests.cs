using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Gathering.Predictions;
using ModelOps.Core.Models;
using ModelOps.Core.Tests.Verbs.Validate;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Evaluation.Comparison;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gathering;

/// <summary>What gates are given, seen through the verb.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("grep -v ^7, {0}", "MOP6004")]
    [InlineData("sed s/^7,1,/7,0,/ {0}", "MOP6004")]
    [InlineData("cat {0}; echo 7,1,0.5", "MOP6004")]
    public async Task Rows_that_do_not_agree_with_those_of_the_champion_stop_every_gate_that_needs_them(string change, string code)
    {
        await _lab.CrownAsync(0.4);
        await _lab.ValidateAsync(("FromAlias", "champion"));
        var version = await _lab.RegisterAsync(0.6);
        _lab.Write("predict.sh", $"python3 predict.py; test \"$MODELOPS_MODEL_VERSION\" = models:/dev.health.diabetes/1 || {{ cp \"$MODELOPS_PREDICTIONS\" all; ({string.Format(System.Globalization.CultureInfo.InvariantCulture, change, "all")}) > \"$MODELOPS_PREDICTIONS\"; }}");
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.CouldNotRun, report.ExitCode);
        Assert.Contains(code, ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Equal(
            ["champion", "metrics"], ValidationLab.Result(report).Gates.Where(check => check.Status == GateStatus.CouldNotRun).Select(check => check.Gate).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(("PENDING", "keep", false), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task Metrics_of_the_commands_own_are_judged_and_kept_with_the_predictions()
    {
        _lab.Configure("metrics: [{name: profit, min: 10, from: file}]\nchampion: {enabled: false}", ValidationLab.Evaluation.Replace("predict.sh", "predict.sh {metrics}", StringComparison.Ordinal));
        _lab.Write("predict.sh", "echo run >> runs; python3 predict.py; echo '{\"profit\": 12}' > \"$MODELOPS_METRICS\"");
        await _lab.RegisterAsync(0.4);
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        var again = await _lab.ValidateAsync(("Seed", "5"));

        Assert.Equal((ExitCode.Ok, 1), (again.ExitCode, _lab.Runs));
        Assert.Equal("12", ValidationLab.Result(again).Gates.Single(check => check.Check.StartsWith("profit", StringComparison.Ordinal)).Value);
        _lab.Write("predict.sh", "python3 predict.py");
        Assert.Equal(ExitCode.CouldNotRun, (await _lab.ValidateAsync(("Refresh", "true"))).ExitCode);
    }

    [UnixTheory]
    [InlineData("0.95, 0", ExitCode.Ok)]
    [InlineData("0.5, 0", ExitCode.GateFailed)]
    [InlineData("0, 1", ExitCode.CouldNotRun)]
    public async Task Metrics_of_the_versions_run_are_judged(string logged, ExitCode exitCode)
    {
        _lab.Configure("metrics: [{name: val_auc, min: 0.9, from: run}]\nchampion: {enabled: false}", evaluation: null);
        var run = await _lab.RunOfAsync(await _lab.RegisterAsync(0.4));
        _lab.Sql($"INSERT INTO latest_metrics (key, value, is_nan, timestamp, step, run_uuid) VALUES ('val_auc', {logged}, 1, 0, '{run.Id}')");

        Assert.Equal(exitCode, (await _lab.ValidateAsync()).ExitCode);
    }

    [UnixFact]
    public async Task Without_a_way_to_predictions_it_is_said_once_which_gates_lack_them_and_what_to_add()
    {
        const string What = "an `evaluation` with neither run nor artifact";
        _lab.Configure("metrics: [{name: val_auc, min: 0.9, from: run}]\nchampion: {resamples: 200}", "task: binary\ncolumns: {label: y, probability: [p], key: id}");
        await _lab.CrownAsync(0.3);
        var run = await _lab.RunOfAsync(await _lab.RegisterAsync(0.4));
        _lab.Sql($"INSERT INTO latest_metrics (key, value, is_nan, timestamp, step, run_uuid) VALUES ('val_auc', 0.95, 0, 1, 0, '{run.Id}')");
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.CouldNotRun, report.ExitCode);
        var message = Assert.Single(report.Diagnostics, finding => finding.Code == "MOP6013").Message;
        Assert.All([What, "no predictions for gates.champion: add evaluation.run", "evaluation.artifact"], part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.Contains("champion", Assert.Single(report.Diagnostics, finding => finding.Code == "MOP7002").Message, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("evaluation/predictions.csv", ExitCode.Ok, "")]
    [InlineData("evaluation/none.csv", ExitCode.CouldNotRun, "MOP20")]
    [InlineData("evaluation/link.csv", ExitCode.CouldNotRun, "MOP2009")]
    [InlineData("evaluation/pipe.csv", ExitCode.CouldNotRun, "MOP2009")]
    public async Task Predictions_are_taken_from_the_artifacts_of_the_run_and_from_nowhere_else(string artifact, ExitCode exitCode, string code)
    {
        _lab.Configure(ValidationLab.Gates, $"task: binary\ncolumns: {{label: y, probability: [p], key: id}}\nartifact: {artifact}");
        var run = await _lab.RunOfAsync(await _lab.RegisterAsync(0.4));
        var folder = Path.Combine(new Uri(run.ArtifactUri).LocalPath, "evaluation");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "predictions.csv"), "id,y,p\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{row},{row % 2},0.{1 + (row % 2 * 6) + (row % 3)}\n")));
        File.CreateSymbolicLink(Path.Combine(folder, "link.csv"), Path.Combine(folder, "predictions.csv"));
        GatheringLab.MakePipe(Path.Combine(folder, "pipe.csv"));
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == exitCode, ReleaseLab.Describe(report));
        Assert.Contains(code, ValidationLab.Codes(report), StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("docs/card.md", ExitCode.Ok)]
    [InlineData("model:card.md", ExitCode.Ok)]
    [InlineData("docs/none.md", ExitCode.CouldNotRun)]
    [InlineData("docs/link.md", ExitCode.CouldNotRun)]
    [InlineData("docs/latin.md", ExitCode.CouldNotRun)]
    [InlineData("docs/large.md", ExitCode.CouldNotRun)]
    public async Task The_model_card_is_a_plain_text_of_the_repository_or_of_the_model(string card, ExitCode exitCode)
    {
        _lab.Configure($"metadata: {{model_card: '{card}', sections: [Limitations]}}\nchampion: {{enabled: false}}", evaluation: null);
        Directory.CreateDirectory(_lab.File("docs"));
        const string Text = "# Card\n\n## Limitations\n\nNone that we know of.\n";
        _lab.Write("docs/card.md", Text);
        _lab.Write("models/diabetes/card.md", Text);
        _lab.Write("docs/large.md", Text + new string('x', 2 << 20));
        File.WriteAllBytes(_lab.File("docs/latin.md"), [.. "## Limitations\n\nf"u8, 0xFC, (byte)'r']);
        File.CreateSymbolicLink(_lab.File("docs/link.md"), _lab.File("docs/card.md"));
        await _lab.RegisterAsync(0.4);
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == exitCode || (exitCode == ExitCode.CouldNotRun && report.ExitCode == ExitCode.GateFailed), ReleaseLab.Describe(report));
        Assert.Equal(exitCode == ExitCode.Ok, report.ExitCode == ExitCode.Ok);
    }

    [UnixFact]
    public async Task A_path_that_leaves_its_root_is_refused_whoever_let_it_through()
    {
        await _lab.RegisterAsync(0.4);
        await using var catalog = await _lab.Release.OpenAsync("dev");
        var run = await _lab.RunOfAsync(1);
        var model = new ModelDirectory(_lab.File("models/diabetes"));
        _lab.Write("models/card.md", "# Card");
        var artifact = await Assert.ThrowsAsync<ModelOpsException>(() => RunArtifact.DownloadAsync(catalog, [run], "../../../rows.csv", _lab.File("copy.csv"), default));
        var card = await Assert.ThrowsAsync<ModelOpsException>(() => ModelCardFile.ReadAsync("model:../card.md", _lab.Path, model, default));
        var outside = await Assert.ThrowsAsync<ModelOpsException>(() => ModelCardFile.ReadAsync("../etc/passwd", _lab.Path, model, default));

        Assert.Equal(["MOP2009", "MOP0004", "MOP0004"], new[] { artifact, card, outside }.Select(failure => Assert.Single(failure.Diagnostics).Code));
        Assert.False(File.Exists(_lab.File("copy.csv")));
    }

    [UnixFact]
    public async Task A_scoring_command_is_measured_and_one_that_lies_is_not()
    {
        _lab.Configure("runtime: {run: 'sh score.sh', requests: requests.txt, repeat: 3, max_p95_ms: 60000, max_load_seconds: 60}\nchampion: {enabled: false}", evaluation: null);
        _lab.Write("requests.txt", "1\n2\n");
        _lab.Write("score.sh", "while read -r line; do echo \"$line\"; done");
        await _lab.RegisterAsync(0.4);
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        _lab.Write("score.sh", "while read -r line; do echo a; echo b; done");
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.CouldNotRun, report.ExitCode);
        Assert.Contains("MOP6012", ValidationLab.Codes(report), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Inputs_are_measured_against_their_reference()
    {
        _lab.Configure("data: {inputs: now.csv, reference: then.csv, max_psi: 0.2}\nchampion: {enabled: false}", evaluation: null);
        var rows = Enumerable.Range(0, 500).ToList();
        _lab.Write("then.csv", "age\n" + string.Concat(rows.Select(row => $"{row % 50}\n")));
        _lab.Write("now.csv", "age\n" + string.Concat(rows.Select(row => $"{(row + 3) % 50}\n")));
        await _lab.RegisterAsync(0.4);
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        _lab.Write("now.csv", "age\n" + string.Concat(rows.Select(row => $"{row % 5}\n")));
        Assert.Equal(ExitCode.GateFailed, (await _lab.ValidateAsync()).ExitCode);
        File.Delete(_lab.File("now.csv"));
        Assert.Equal(ExitCode.CouldNotRun, (await _lab.ValidateAsync()).ExitCode);
    }

    [UnixFact]
    public async Task The_champion_may_be_that_of_another_environment_which_is_only_read()
    {
        _lab.Configure("champion: {resamples: 200, environment: staging}");
        await _lab.RegisterAsync(0.3);
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        await _lab.Release.DoAsync<PromoteResult>("promote", ("To", "staging"), ("Alias", "champion"));
        var itself = await _lab.ValidateAsync();
        Assert.True(itself.ExitCode == ExitCode.Ok, ReleaseLab.Describe(itself));
        await _lab.RegisterAsync(0.6);
        var better = await _lab.ValidateAsync();

        Assert.Equal((ExitCode.Ok, ComparisonVerdict.Better), (better.ExitCode, ValidationLab.Result(better).Verdict));
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(2));
        await using var staging = await _lab.Release.OpenAsync("staging");
        var champion = await staging.Registry.FindVersionAsync(ModelName.Parse("staging.health.diabetes"), 1, default);
        Assert.DoesNotContain(VersionTags.ValidationStatus, champion!.Tags.Keys);
    }

    [UnixTheory]
    [InlineData("{\"gates\": [null, {\"gate\": \"metrics\", \"check\": \"roc_auc\"}]}")]
    [InlineData("{\"gates\": 1e400}")]
    [InlineData("[[[")]
    public async Task A_damaged_report_of_the_champion_costs_its_earlier_values_and_nothing_else(string damaged)
    {
        await _lab.CrownAsync(0.4);
        await _lab.ValidateAsync(("FromAlias", "champion"));
        var entry = Assert.Single(await _lab.EntriesAsync());
        File.WriteAllText(Path.Combine(new Uri(entry.Run.ArtifactUri).LocalPath, "report.json"), damaged);
        await _lab.RegisterAsync(0.6);
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
    }

    [UnixFact]
    public async Task A_heuristic_has_to_be_beaten_while_there_is_no_champion()
    {
        _lab.Configure("champion: {resamples: 200, baseline: {kind: predictions, predictions: heuristic.csv}}");
        _lab.Write("heuristic.csv", "id,y,p\n" + string.Concat(Enumerable.Range(0, 400).Reverse().Select(row => $"{row},{row % 2},0.{1 + (row % 2 * 4) + (row % 5)}\n")));
        await _lab.RegisterAsync(0.9);
        var good = await _lab.ValidateAsync();
        Assert.True(good.ExitCode == ExitCode.Ok, ReleaseLab.Describe(good));
        await _lab.RegisterAsync(0.05);
        Assert.NotEqual(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        File.Delete(_lab.File("heuristic.csv"));
        Assert.Equal(ExitCode.CouldNotRun, (await _lab.ValidateAsync()).ExitCode);
    }
}
