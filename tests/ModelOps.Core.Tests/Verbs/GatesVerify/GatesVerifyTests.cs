using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Running;
using ModelOps.Core.Tests.Verbs.Validate;
using ModelOps.Core.Verbs.GatesVerify;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.GatesVerify;

/// <summary>The verb on versions of an embedded registry, with the team's command run for real.</summary>
public sealed class GatesVerifyTests
{
    private const string Loose = "metrics: [{name: roc_auc, min: 0.6}, {name: log_loss, max: 100}]\nchampion: {resamples: 200}";

    [Fact]
    public async Task Gates_that_work_stop_all_that_they_are_there_for()
    {
        using var lab = new ValidationLab();
        await lab.CrownAsync(0.2);
        var version = await lab.RegisterAsync(0.6);
        var report = await VerifyAsync(lab);
        Assert.Equal((ExitCode.Ok, ""), (report.ExitCode, ValidationLab.Codes(report)));
        var result = Result(report);
        Assert.Equal(MutantCatalog.Names, result.Mutants.Select(row => row.Mutant));
        Assert.All(result.Mutants.Where(row => row.Required), row => Assert.NotEqual("survived", row.Status));
        Assert.Equal(["digest"], Row(result, "stale-digest").StoppedBy);
        Assert.Equal(["signature"], Row(result, "dropped-column").StoppedBy);
        Assert.Contains("champion", Row(result, "shuffled-predictions").StoppedBy);
        Assert.Equal((false, "survived"), (Row(result, "drifted-inputs").Required, Row(result, "drifted-inputs").Status));
        Assert.Equal(result.Stopped, result.Mutants.Count(row => row.Status == "stopped"));
        Assert.InRange(result.Score, 50, 99);
        Assert.Equal(lab.File(".modelops/gates/gates.md"), result.MarkdownReport);
        var page = await File.ReadAllTextAsync(result.MarkdownReport!);
        Assert.All(result.Mutants, row => Assert.Contains(row.Mutant.Replace("-", "\\-", StringComparison.Ordinal), page, StringComparison.Ordinal));
        Assert.Equal(default, await lab.StateAsync(version));
        Assert.Empty(await lab.EntriesAsync());
    }

    [Fact]
    public async Task A_limit_that_is_too_loose_is_found()
    {
        using var lab = new ValidationLab();
        lab.Configure(Loose);
        await lab.RegisterAsync(0.3);
        var report = await VerifyAsync(lab);
        Assert.Equal((ExitCode.GateFailed, "MOP7005"), (report.ExitCode, ValidationLab.Codes(report)));
        Assert.Contains("overconfident-probabilities", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(lab.File("modelops.yml"), report.Diagnostics[0].Span?.File);
        Assert.Equal((1, "survived"), (Result(report).RequiredSurvived, Row(Result(report), "overconfident-probabilities").Status));
    }

    [Fact]
    public async Task What_is_optional_may_survive_and_a_call_may_choose()
    {
        using var lab = new ValidationLab();
        lab.Configure($"{Loose}\nverify: {{optional: [overconfident-probabilities]}}");
        await lab.RegisterAsync(0.3);
        var report = await VerifyAsync(lab, ("Mutant", "overconfident-probabilities"), ("Mutant", "shuffled-predictions"), ("Output", "out"));
        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal(["overconfident-probabilities survived", "shuffled-predictions stopped"], Result(report).Mutants.Select(row => $"{row.Mutant} {row.Status}"));
        Assert.Equal(50, Result(report).Score);
        Assert.True(File.Exists(lab.File("out/gates.md")));
    }

    [Fact]
    public async Task A_package_that_is_not_registered_can_be_verified_too()
    {
        using var lab = new ValidationLab();
        var package = await lab.PackageAsync(0.6);
        var report = await VerifyAsync(lab, ("Package", package));
        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal("not made", Row(Result(report), "stale-digest").Status);
        Assert.Equal("not made", Row(Result(report), "unpinned-dependency").Status);
    }

    [Fact]
    public async Task Policies_of_check_stop_a_candidate_where_warnings_block()
    {
        using var lab = new ValidationLab();
        lab.Configure($"{Loose}\npackage: {{warnings: true}}");
        await lab.RegisterAsync(0.3);
        var report = await VerifyAsync(lab, ("Mutant", "unpinned-dependency"), ("Mutant", "foreign-channel"), ("Mutant", "missing-file"));
        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.All(Result(report).Mutants, row => Assert.Equal(["package"], row.StoppedBy));
    }

    [Fact]
    public async Task A_version_that_does_not_pass_proves_nothing()
    {
        using var lab = new ValidationLab();
        await lab.RegisterAsync(0);
        var report = await VerifyAsync(lab);
        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Contains("MOP7001", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Null(report.Result);
    }

    [Fact]
    public async Task Without_predictions_the_gates_could_not_run()
    {
        using var lab = new ValidationLab();
        lab.Write("predict.sh", "exit 1");
        await lab.RegisterAsync(0.6);
        var report = await VerifyAsync(lab);
        Assert.Equal(ExitCode.CouldNotRun, report.ExitCode);
        Assert.Contains("MOP7002", ValidationLab.Codes(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_mutant_is_refused_before_anything_runs()
    {
        using var lab = new ValidationLab();
        await lab.RegisterAsync(0.6);
        var report = await VerifyAsync(lab, ("Mutant", "shuffled-predictons"));
        Assert.Equal((ExitCode.BadInput, "MOP0002"), (report.ExitCode, ValidationLab.Codes(report)));
        Assert.Contains("Did you mean 'shuffled-predictions'?", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, lab.Runs);
    }

    private static Task<VerbReport> VerifyAsync(ValidationLab lab, params (string Name, string Value)[] more) =>
        lab.Release.RunAsync("gates-verify", [("Environment", "dev"), .. more]);

    private static GatesVerifyResult Result(VerbReport report) =>
        (GatesVerifyResult?)report.Result ?? throw new InvalidOperationException(ReleaseLab.Describe(report));

    private static MutantRow Row(GatesVerifyResult result, string mutant) => result.Mutants.Single(row => row.Mutant == mutant);
}
