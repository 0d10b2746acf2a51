using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>A version that passed because a canary or a person is to decide.</summary>
public sealed class UndecidedPromotionTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("canary", ExitCode.GateFailed)]
    [InlineData("approve", ExitCode.WaitingForApproval)]
    [InlineData("whatever", ExitCode.GateFailed)]
    [InlineData("promote", ExitCode.Ok)]
    public async Task It_may_be_challenger_and_becomes_champion_only_when_somebody_says_so(string decision, ExitCode exitCode)
    {
        await TagAsync(await _lab.RegisterAsync(0.4), decision);
        await _lab.Release.DoAsync<PromoteResult>("promote", ("To", "staging"), ("DryRun", "true"));

        var promoted = await _lab.Release.RunAsync("promote", ("To", "staging"), ("Alias", "champion"));

        Assert.True(promoted.ExitCode == exitCode, ReleaseLab.Describe(promoted));
        Assert.Equal(exitCode == ExitCode.Ok ? [] : ["MOP7007"], promoted.Diagnostics.Select(finding => finding.Code));
        var allowed = await _lab.Release.RunAsync("promote", ("To", "staging"), ("Alias", "champion"), ("AllowUndecided", "true"));
        Assert.Equal(ExitCode.Ok, allowed.ExitCode);
        await using var catalog = await _lab.Release.OpenAsync("staging");
        var copy = await catalog.Registry.FindVersionAsync(ModelName.Parse("staging.health.diabetes"), 1, default);
        Assert.DoesNotContain(copy!.Tags.Keys, key => key is VersionTags.Decision or VersionTags.Gates or VersionTags.ValidationStatus);
    }

    [UnixTheory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task A_failed_version_does_not_wait_for_an_approval(string decision)
    {
        var version = await _lab.RegisterAsync(0.4);
        await TagAsync(version, decision);
        await using (var catalog = await _lab.Release.OpenAsync("dev"))
        {
            await catalog.Registry.SetVersionTagAsync(ValidationLab.Model, version, new(VersionTags.ValidationStatus, "FAILED"), default);
        }

        var promoted = await _lab.Release.RunAsync("promote", ("To", "staging"), ("Alias", "champion"));

        Assert.Equal(ExitCode.GateFailed, promoted.ExitCode);
        Assert.Equal("MOP3011", Assert.Single(promoted.Diagnostics).Code);
    }

    [UnixFact]
    public async Task Validation_itself_does_not_make_it_champion()
    {
        _lab.Configure("champion: {resamples: 200, not_enough_evidence: canary}");
        var champion = await _lab.CrownAsync(0.4);
        var version = await _lab.RegisterAsync(0.401);
        var report = await _lab.ValidateAsync(("Alias", "champion"));

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Contains("MOP7007", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Equal(("PASSED", "canary", false), await _lab.StateAsync(version));
        await using var catalog = await _lab.Release.OpenAsync("dev");
        Assert.Equal(champion, (await catalog.Registry.FindModelAsync(ValidationLab.Model, default))!.Aliases["champion"]);
    }

    private async Task TagAsync(int version, string decision)
    {
        await using var catalog = await _lab.Release.OpenAsync("dev");
        foreach (var tag in (Tag[])[new(VersionTags.ValidationStatus, "PASSED"), new(VersionTags.Gates, "{}"), new(VersionTags.Decision, decision)])
        {
            await catalog.Registry.SetVersionTagAsync(ValidationLab.Model, version, tag, default);
        }
    }
}
