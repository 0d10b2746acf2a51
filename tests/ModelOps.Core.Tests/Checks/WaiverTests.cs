using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Check;

namespace ModelOps.Core.Tests.Checks;

public sealed class WaiverTests
{
    private const string Waiver = "version: 1\ncheck:\n  strict: true\n  waive:\n    - rule: MOP1018\n      reason: licence bought\n      until: 2026-11-21\n";

    [Theory]
    [InlineData("2026-11-20", ExitCode.Ok, 0, 1)]
    [InlineData("2026-11-21", ExitCode.Ok, 0, 1)]
    [InlineData("2026-11-22", ExitCode.GateFailed, 1, 0)]
    public async Task A_waiver_holds_up_to_its_last_day(string today, ExitCode exitCode, int errors, int waived)
    {
        using var lab = new CheckLab();
        lab.Replace("conda.yaml", "- conda-forge", "- defaults");
        var report = await lab.RunAsync(Waiver, today: today);
        var result = (CheckResult)report.Result!;
        Assert.Equal((exitCode, errors, waived), (report.ExitCode, result.Errors, result.Waived));
        Assert.Equal(waived == 0, report.Diagnostics.Any(finding => finding is { Code: "MOP0106", Span: { Line: 5, Column: 7 } }));
        var found = report.Diagnostics.Single(finding => finding.Code == "MOP1018");
        Assert.Equal(waived == 1, found.Severity == Severity.Info && found.Message.Contains("licence bought", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ours", "model", 1)]
    [InlineData("ours", "elsewhere", 0)]
    public async Task A_waiver_for_a_model_holds_for_its_path(string name, string path, int waived)
    {
        using var lab = new CheckLab();
        lab.Replace("conda.yaml", "- conda-forge", "- defaults");
        var report = await lab.RunAsync($"{Waiver}      model: {name}\nmodels:\n  - name: {name}\n    path: {path}\n");
        Assert.Equal(waived, ((CheckResult)report.Result!).Waived);
    }

    [Theory]
    [InlineData("MOP1018", "MOP1O18", "Did you mean 'MOP1018'?")]
    [InlineData("until: 2026-11-21", "until: 2026-11-21\n      model: nobody", "There is no model 'nobody'")]
    public async Task A_waiver_that_names_nothing_is_a_configuration_error(string old, string replacement, string expected)
    {
        using var lab = new CheckLab();
        var report = await lab.RunAsync(Waiver.Replace(old, replacement, StringComparison.Ordinal));
        var problem = Assert.Single(report.Diagnostics);
        Assert.Equal((ExitCode.BadInput, "MOP0107", 5), (report.ExitCode, problem.Code, problem.Span!.Line));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }
}
