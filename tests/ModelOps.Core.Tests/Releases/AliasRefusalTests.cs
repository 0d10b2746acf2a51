using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Tests.Verbs.Validate;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Each verb that changes an alias, with each refusal of its row in AliasTable.</summary>
public sealed class AliasRefusalTests
{
    [UnixTheory]
    [InlineData("register", "live=2")]
    [InlineData("promote", "live=2")]
    [InlineData("validate", "live=2")]
    [InlineData("rollback", "live=1")]
    [InlineData("withdraw", "")]
    public async Task What_nothing_refuses_changes_the_alias(string verb, string live)
    {
        using var lab = await AliasLab.CreateAsync(verb, verb == "withdraw" ? AliasLab.Strict : AliasLab.Undecided);
        var report = await lab.RunAsync(verb);

        Assert.True(report.ExitCode == (verb == "withdraw" ? ExitCode.GateFailed : ExitCode.Ok), ReleaseLab.Describe(report));
        Assert.Equal($"champion=1 {live}".TrimEnd(), await lab.AliasesAsync());
        Assert.Contains(verb == "withdraw" ? "DeleteAliasAsync" : "MoveAliasAsync", lab.Store.Writes);
    }

    [UnixTheory]
    [InlineData("register", "support", ExitCode.BadInput, "MOP2010")]
    [InlineData("register", "spelling", ExitCode.BadInput, "MOP3015")]
    [InlineData("register", "branch", ExitCode.GateFailed, "MOP3003")]
    [InlineData("register", "verdict", ExitCode.GateFailed, "MOP3011")]
    [InlineData("register", "order", ExitCode.GateFailed, "MOP3005")]
    [InlineData("register", "digest", ExitCode.GateFailed, "MOP3001")]
    [InlineData("promote", "support", ExitCode.BadInput, "MOP2010")]
    [InlineData("promote", "spelling", ExitCode.BadInput, "MOP3015")]
    [InlineData("promote", "branch", ExitCode.GateFailed, "MOP3003")]
    [InlineData("promote", "verdict", ExitCode.GateFailed, "MOP3011")]
    [InlineData("promote", "order", ExitCode.GateFailed, "MOP3005")]
    [InlineData("validate", "support", ExitCode.BadInput, "MOP2010")]
    [InlineData("validate", "spelling", ExitCode.BadInput, "MOP3015")]
    [InlineData("validate", "branch", ExitCode.GateFailed, "MOP3003")]
    [InlineData("validate", "order", ExitCode.GateFailed, "MOP3005")]
    [InlineData("rollback", "support", ExitCode.BadInput, "MOP2010")]
    [InlineData("rollback", "spelling", ExitCode.BadInput, "MOP3015")]
    [InlineData("rollback", "digest", ExitCode.GateFailed, "MOP3001")]
    [InlineData("withdraw", "support", ExitCode.BadInput, "MOP2010")]
    [InlineData("withdraw", "spelling", ExitCode.BadInput, "MOP3015")]
    public async Task A_refusal_comes_before_any_write(string verb, string refusal, ExitCode exitCode, string code)
    {
        using var lab = await AliasLab.CreateAsync(verb);
        var (alias, version) = await ArrangeAsync(lab, verb, refusal);
        var before = await lab.AliasesAsync();
        var report = await lab.RunAsync(verb, alias, version);

        Assert.True(report.ExitCode == exitCode, ReleaseLab.Describe(report));
        Assert.Equal([code], report.Diagnostics.Select(finding => finding.Code));
        Assert.Empty(lab.Store.Writes);
        Assert.Equal(before, await lab.AliasesAsync());
    }

    // What is found on the way leaves its entry in the ledger, and for a verdict its tags; the alias stays.
    [UnixTheory]
    [InlineData("promote", "digest", ExitCode.GateFailed, "MOP3001")]
    [InlineData("validate", "verdict", ExitCode.Ok, "MOP7007")]
    [InlineData("withdraw", "champion", ExitCode.GateFailed, "MOP7001")]
    [InlineData("withdraw", "Champion", ExitCode.GateFailed, "MOP7001")]
    public async Task A_refusal_on_the_way_leaves_the_alias(string verb, string refusal, ExitCode exitCode, string code)
    {
        using var lab = await AliasLab.CreateAsync(verb, verb == "withdraw" ? AliasLab.Strict : AliasLab.Undecided);
        var (alias, version) = await ArrangeAsync(lab, verb, refusal);
        var before = await lab.AliasesAsync();
        var report = await lab.RunAsync(verb, alias, version);

        Assert.True(report.ExitCode == exitCode, ReleaseLab.Describe(report));
        Assert.Contains(code, report.Diagnostics.Select(finding => finding.Code));
        Assert.DoesNotContain(lab.Store.Writes, write => write.Contains("Alias", StringComparison.Ordinal));
        Assert.Equal(before, await lab.AliasesAsync());
    }

    [UnixFact]
    public async Task Rollback_asks_neither_the_branch_nor_the_order()
    {
        using var lab = await AliasLab.CreateAsync("rollback");
        lab.Validation.Release.Git.Switch("feature", create: true);

        Assert.Equal(ExitCode.Ok, (await lab.RunAsync("rollback")).ExitCode);
        Assert.Equal("champion=1 live=1", await lab.AliasesAsync());
    }

    [UnixTheory]
    [InlineData("support", "MOP2010")]
    [InlineData("spelling", "MOP3015")]
    [InlineData("branch", "MOP3003")]
    [InlineData("order", "MOP3005")]
    [InlineData("verdict", "MOP7007")]
    public async Task A_dry_run_of_validate_judges_and_says_what_would_refuse_the_alias(string refusal, string code)
    {
        using var lab = await AliasLab.CreateAsync("validate");
        var (alias, version) = await ArrangeAsync(lab, "validate", refusal);
        var report = await lab.RunAsync("validate", alias, version, ("DryRun", "true"));

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        Assert.Equal(Abstractions.Diagnostics.Severity.Warning, Assert.Single(report.Diagnostics, finding => finding.Code == code).Severity);
        Assert.Empty(lab.Store.Writes);
        Assert.NotEmpty(ValidationLab.Result(report).Gates);
    }

    private static async Task<(string Alias, int Version)> ArrangeAsync(AliasLab lab, string verb, string refusal)
    {
        switch (refusal)
        {
            case "support":
                lab.Store.Traits = new() { Aliases = AliasStorage.None };
                return ("live", 2);
            case "spelling":
                return ("Live", 2);
            case "branch":
                lab.Validation.Release.Git.Switch("feature", create: true);
                return ("live", 2);
            case "verdict":
                return ("champion", 2);
            case "order":
                await lab.ChangeAsync(registry => registry.MoveAliasAsync(new(AliasLab.Model, AliasName.Parse("live"), 2, 1), default));
                lab.GoBack(lab.First);
                return ("live", 1);
            case "digest":
                lab.Tamper(verb == "rollback" ? 1 : 2);
                return ("live", 2);
            default:
                await lab.ChangeAsync(registry => registry.DeleteAliasAsync(AliasLab.Model, AliasName.Champion, default));
                await lab.ChangeAsync(registry => registry.MoveAliasAsync(new(AliasLab.Model, AliasName.Parse(refusal), 1, null), default));
                return (refusal, 1);
        }
    }
}
