using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>Which aliases a version can get that was not validated.</summary>
public sealed class GatedPromotionTests : IDisposable
{
    private static readonly ModelName Staged = ModelName.Parse("staging.health.diabetes");
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("champion", "champion: {resamples: 200}", false)]
    [InlineData("challenger", "champion: {resamples: 200}", false)]
    [InlineData("live", "champion: {resamples: 200, alias: live}", false)]
    [InlineData("live", "champion: {resamples: 200}", true)]
    [InlineData("candidate", "champion: {resamples: 200}", true)]
    public async Task Champion_and_challenger_are_for_versions_that_passed(string alias, string gates, bool isFree)
    {
        _lab.Configure(gates);
        await _lab.RegisterAsync(0.4);
        var report = await PromoteAsync("staging", ("Alias", alias));

        Assert.True((report.ExitCode == ExitCode.Ok) == isFree, ReleaseLab.Describe(report));
        if (isFree)
        {
            return;
        }

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        var refusal = Assert.Single(report.Diagnostics);
        Assert.Equal("MOP3011", refusal.Code);
        Assert.Contains("modelops validate --model diabetes --environment dev --version 1", refusal.Message, StringComparison.Ordinal);
        await _lab.ValidateAsync();
        Assert.Equal(ExitCode.Ok, (await PromoteAsync("staging", ("Alias", alias))).ExitCode);
    }

    [UnixTheory]
    [InlineData("package: {warnings: false}", null)]
    [InlineData(null, ValidationLab.Evaluation)]
    [InlineData(null, null)]
    public async Task So_they_are_for_every_model(string? gates, string? evaluation)
    {
        _lab.Configure(gates, evaluation);
        await _lab.RegisterAsync(0.4);

        Assert.Equal(ExitCode.GateFailed, (await PromoteAsync("staging", ("DryRun", "true"))).ExitCode);
    }

    [UnixTheory]
    [InlineData("FAILED", "promote", ExitCode.GateFailed, "MOP3011")]
    [InlineData("PENDING", "promote", ExitCode.GateFailed, "MOP3011")]
    [InlineData("PASSED", "approve", ExitCode.WaitingForApproval, "MOP7007")]
    public async Task A_verdict_of_the_target_on_its_copy_is_not_outweighed_by_that_of_the_source(string status, string decision, ExitCode exitCode, string code)
    {
        await _lab.RegisterAsync(0.4);
        await _lab.ValidateAsync();
        Assert.Equal(ExitCode.Ok, (await PromoteAsync("staging", ("Alias", "candidate"))).ExitCode);
        await using var catalog = await _lab.Release.OpenAsync("staging");
        await catalog.Registry.SetVersionTagAsync(Staged, 1, new(VersionTags.ValidationStatus, status), default);
        await catalog.Registry.SetVersionTagAsync(Staged, 1, new(VersionTags.Decision, decision), default);
        var report = await PromoteAsync("staging", ("Alias", "champion"));

        Assert.Equal((exitCode, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.DoesNotContain("champion", (await catalog.Registry.FindModelAsync(Staged, default))!.Aliases.Keys);
    }

    [UnixTheory]
    [InlineData("champion")]
    [InlineData("challenger")]
    public async Task Register_gives_them_to_no_new_version(string alias)
    {
        await _lab.PackageAsync(0.4);
        var refused = await RegisterAsync(("Alias", alias));
        Assert.Equal((ExitCode.GateFailed, "MOP3011"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        var plan = await RegisterAsync(("Alias", alias), ("DryRun", "true"));
        Assert.Equal((ExitCode.Ok, true), (plan.ExitCode, plan.Diagnostics.Any(finding => finding.Code == "MOP3011")));
        await using (var catalog = await _lab.Release.OpenAsync("dev"))
        {
            Assert.Null(await catalog.Registry.FindModelAsync(ValidationLab.Model, default));
        }

        Assert.Equal(ExitCode.Ok, (await RegisterAsync(("Alias", "candidate"))).ExitCode);
        await _lab.ValidateAsync();
        var again = await RegisterAsync(("Alias", alias));
        Assert.Equal((ExitCode.Ok, false), (again.ExitCode, ((RegisterResult)again.Result!).Created));
    }

    [UnixFact]
    public async Task A_release_as_the_templates_make_it_goes_through()
    {
        var version = await _lab.RegisterAsync(0.4);
        await ValidateAsync("dev", version);
        var staged = await CopyAsync("dev", "staging", ("Version", $"{version}"), ("Alias", "candidate"));
        await ValidateAsync("staging", staged, ("Alias", "challenger"));
        _lab.Release.Git.Switch("release/1.0", create: true);
        var released = await CopyAsync("staging", "prod", ("FromAlias", "challenger"), ("Alias", "candidate"));
        var early = await PromoteAsync("prod", ("From", "prod"), ("Version", $"{released}"), ("Alias", "champion"));
        Assert.Equal("MOP3011", Assert.Single(early.Diagnostics).Code);
        await ValidateAsync("prod", released);

        Assert.Equal(released, await CopyAsync("prod", "prod", ("Version", $"{released}"), ("Alias", "champion")));
    }

    private Task<VerbReport> PromoteAsync(string to, params (string Name, string Value)[] more) => _lab.Release.RunAsync("promote", [("To", to), .. more]);

    private Task<VerbReport> RegisterAsync(params (string Name, string Value)[] more) =>
        _lab.Release.RunAsync("register", [("Package", "diabetes.modelpkg"), ("Environment", "dev"), .. more]);

    private async Task<int> CopyAsync(string from, string to, params (string Name, string Value)[] more) =>
        (await _lab.Release.DoAsync<PromoteResult>("promote", [("From", from), ("To", to), .. more])).Version!.Value;

    private async Task ValidateAsync(string environment, int version, params (string Name, string Value)[] more)
    {
        var report = await _lab.Release.RunAsync("validate", [("Environment", environment), ("Version", $"{version}"), .. more]);
        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
    }
}
