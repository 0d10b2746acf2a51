using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates;
using ModelOps.Core.Running;
using ModelOps.Evaluation.Comparison;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>A model of which modelops.yml says nothing but name and path.</summary>
public sealed class UncomparedTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public UncomparedTests() => _lab.Configure(gates: null, evaluation: null);

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task It_is_judged_by_what_there_is_and_nothing_says_that_it_is_better()
    {
        var version = await _lab.RegisterAsync(0.4);
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        Assert.Equal((GateStatus.Passed, Decision.Undecided), (ValidationLab.Result(report).Status, ValidationLab.Result(report).Decision));
        Assert.Equal(("PASSED", "undecided", true), await _lab.StateAsync(version));
        var finding = Assert.Single(report.Diagnostics);
        Assert.Equal(("MOP7012", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("No comparison: nothing says that this version is better", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("## \u2753 The gates passed; nothing says that this version is better\n", Assert.Single(_lab.Release.Host.Summaries), StringComparison.Ordinal);
        Assert.Contains("nothing says that this version is better", File.ReadAllText(ValidationLab.Result(report).MarkdownReport!), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_gate_that_can_judge_it_still_stops_it()
    {
        _lab.Configure("metadata: {tags: {owner: required}}", evaluation: null);
        var version = await _lab.RegisterAsync(0.4);

        Assert.Equal(ExitCode.GateFailed, (await _lab.ValidateAsync()).ExitCode);
        Assert.Equal(("FAILED", "reject", false), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task The_first_champion_may_be_such_a_version_and_a_later_one_is_up_to_a_person()
    {
        await ValidatedAsync(0.4);
        var first = await PromoteAsync();
        Assert.Equal((ExitCode.Ok, "MOP3020"), (first.ExitCode, Assert.Single(first.Diagnostics).Code));
        await ValidatedAsync(0.6);

        var second = await PromoteAsync();
        Assert.Equal((ExitCode.WaitingForApproval, "MOP7007"), (second.ExitCode, Assert.Single(second.Diagnostics).Code));
        Assert.Contains("gates.champion.not_compared: allow", second.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await PromoteAsync(("AllowUndecided", "true"))).ExitCode);
    }

    [UnixFact]
    public async Task A_team_may_say_that_it_needs_no_comparison()
    {
        _lab.Configure("champion: {not_compared: allow}", evaluation: null);
        await ValidatedAsync(0.4);
        await PromoteAsync();
        await ValidatedAsync(0.6);

        var second = await PromoteAsync();
        Assert.True(second.ExitCode == ExitCode.Ok, ReleaseLab.Describe(second));
    }

    [UnixFact]
    public async Task Validation_itself_makes_it_the_first_champion_and_no_later_one()
    {
        await _lab.RegisterAsync(0.4);
        Assert.Equal("champion", ValidationLab.Result(await _lab.ValidateAsync(("Alias", "champion"))).Alias?.Value);
        var second = await _lab.RegisterAsync(0.6);
        var report = await _lab.ValidateAsync(("Alias", "champion"));

        Assert.Null(ValidationLab.Result(report).Alias);
        Assert.Contains("MOP7007", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Equal("PASSED", (await _lab.StateAsync(second)).Status);
    }

    [UnixFact]
    public async Task Promoting_never_takes_a_version_that_nobody_validated()
    {
        await _lab.RegisterAsync(0.4);

        Assert.Equal((ExitCode.GateFailed, "MOP3011"), ((await PromoteAsync()).ExitCode, Assert.Single((await PromoteAsync()).Diagnostics).Code));
    }

    private async Task ValidatedAsync(double quality)
    {
        await _lab.RegisterAsync(quality);
        var report = await _lab.ValidateAsync();
        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
    }

    private Task<VerbReport> PromoteAsync(params (string Name, string Value)[] more) =>
        _lab.Release.RunAsync("promote", [("To", "staging"), ("Alias", "champion"), .. more]);
}
