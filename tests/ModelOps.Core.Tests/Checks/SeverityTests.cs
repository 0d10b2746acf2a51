using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;

namespace ModelOps.Core.Tests.Checks;

public sealed class SeverityTests
{
    private const string Models = "models:\n  - name: ours\n    path: model\n";

    [Theory]
    [InlineData("", Severity.Warning, ExitCode.Ok)]
    [InlineData("check: {strict: true}\n", Severity.Error, ExitCode.GateFailed)]
    [InlineData("check: {severity: {MOP1005: error}}\n", Severity.Error, ExitCode.GateFailed)]
    [InlineData("check: {strict: true, severity: {MOP1005: warning}}\n", Severity.Warning, ExitCode.Ok)]
    [InlineData("check: {strict: true, severity: {MOP1005: off}}\n", null, ExitCode.Ok)]
    [InlineData(Models, Severity.Warning, ExitCode.Ok)]
    [InlineData(Models + "    gates: {metadata: {description_words: 1}}\n", Severity.Error, ExitCode.GateFailed)]
    [InlineData(Models + "    gates: {signature: {required: false}}\n", Severity.Warning, ExitCode.Ok)]
    [InlineData("models:\n  - name: other\n    path: other\n    gates: {signature: {required: true}}\n", Severity.Warning, ExitCode.Ok)]
    [InlineData("environments:\n  prod:\n    tracking_uri: https://mlflow.example\n    registry_uri: databricks-uc\n", Severity.Error, ExitCode.GateFailed)]
    [InlineData("environments:\n  prod:\n    tracking_uri: https://mlflow.example\n", Severity.Warning, ExitCode.Ok)]
    public async Task No_signature_is_a_warning_unless_something_asks_for_one(string configuration, Severity? expected, ExitCode exitCode)
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", "signature:\n", "signature_of_old:\n");
        var report = await lab.RunAsync($"version: 1\n{configuration}");
        Assert.Equal((exitCode, expected), (report.ExitCode, report.Diagnostics.FirstOrDefault(finding => finding.Code == "MOP1005")?.Severity));
    }

    [Theory]
    [InlineData("severity: {MOP1O05: off}", "MOP0107", "Did you mean 'MOP1005'?")]
    [InlineData("severity: {MOP1005: info}", "MOP0103", "one of off, warning, error")]
    [InlineData("severity: {MOP1511: warning}", "MOP0103", "MOP1511 is always an error")]
    [InlineData("severity: {MOP1502: off}", "MOP0103", "MOP1502 is always an error")]
    [InlineData("severity: {MOP1027: warning}", "MOP0103", "MOP1027 is always an error")]
    [InlineData("waive: [{rule: MOP1027, reason: r, until: 2030-01-01}]", "MOP0103", "MOP1027 cannot be waived")]
    public async Task A_severity_that_cannot_be_is_an_error_of_the_configuration(string section, string code, string message)
    {
        using var lab = new CheckLab();
        var report = await lab.RunAsync($"version: 1\ncheck: {{{section}}}\n");
        var problem = Assert.Single(report.Diagnostics);
        Assert.Equal((ExitCode.BadInput, code, 2), (report.ExitCode, problem.Code, problem.Span!.Line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MOP1511", "warning")]
    [InlineData("MOP1027", "off")]
    public void Nothing_lowers_what_makes_a_release_unsafe(string code, string severity)
    {
        using var lab = new CheckLab();
        FindingKinds.All.Single(kind => kind.Code == code).Spoil(lab);
        var section = new CheckSection { Severity = new Dictionary<string, RuleSeverity> { [code] = Enum.Parse<RuleSeverity>(severity, ignoreCase: true) } };
        Assert.Contains(lab.Check(section), finding => finding.Code == code && finding.Severity == Severity.Error);
    }

    [Fact]
    public async Task An_error_stays_one_for_what_is_explicitly_one()
    {
        using var lab = new CheckLab();
        lab.Delete("model.pkl");
        Assert.Equal(ExitCode.GateFailed, (await lab.RunAsync()).ExitCode);
        Assert.Equal(ExitCode.Ok, (await lab.RunAsync("version: 1\ncheck: {severity: {MOP1010: warning}}\n")).ExitCode);
    }

    [Fact]
    public void What_is_no_policy_stays_a_warning_when_check_is_strict()
    {
        using var lab = new CheckLab();
        FindingKinds.All.Single(kind => kind.Code == "MOP1028").Spoil(lab);
        Assert.Equal(Severity.Warning, Assert.Single(lab.Check(new() { Strict = true })).Severity);
    }

    [Fact]
    public async Task That_files_are_not_scanned_is_said_once()
    {
        using var lab = new CheckLab();
        Assert.Equal("MOP1029", Assert.Single((await lab.RunAsync()).Diagnostics).Code);
    }
}
