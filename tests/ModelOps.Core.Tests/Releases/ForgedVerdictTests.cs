using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Ways to give an alias to a version that did not pass.</summary>
public sealed class ForgedVerdictTests
{
    [Fact]
    public async Task A_call_cannot_bring_the_toolkits_own_tags()
    {
        using var lab = new ReleaseLab { PassesAll = false };
        var package = await lab.PackageAsync();
        string[] forged = ["model_validation_status=PASSED", "Model_Validation_Status=PASSED", "modelops.decision=promote", "MODELOPS.gates=x", "modelops.superseded_by=1", "team=fraud"];
        (string, string)[] call = [("Package", package), ("Environment", "dev"), .. forged.Select(tag => ("Tags", tag))];

        await lab.DoAsync<object>("register", call);
        await lab.DoAsync<object>("register", call);

        await using var catalog = await lab.OpenAsync("dev");
        var version = Assert.Single(await catalog.Registry.ListVersionsAsync(ModelName.Parse("dev.health.diabetes"), withTag: null, default).ToListAsync());
        Assert.Equal("fraud", version.Tags["team"]);
        Assert.DoesNotContain(version.Tags.Keys, key => forged.Except(["team=fraud"]).Any(tag => tag.Split('=')[0] == key));
    }

    [UnixTheory]
    [InlineData("FAILED")]
    [InlineData("PENDING")]
    public async Task Register_gives_no_alias_to_a_version_that_did_not_pass(string status)
    {
        using var lab = await AliasLab.CreateAsync("register");
        await lab.ChangeAsync(registry => registry.SetVersionTagAsync(AliasLab.Model, 2, new(VersionTags.ValidationStatus, status), default));

        var report = await lab.RunAsync("register");

        Assert.Equal((ExitCode.GateFailed, "MOP3011"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Equal("champion=1 live=1", await lab.AliasesAsync());
    }

    [UnixFact]
    public async Task The_alias_champion_is_guarded_beside_the_one_that_modelops_yml_names()
    {
        using var lab = await AliasLab.CreateAsync("promote");
        lab.Validation.Configure("champion: {alias: live, resamples: 200}");
        await JudgeAsync(lab, "dev", "PASSED", "canary");

        var report = await lab.RunAsync("promote", "champion");

        Assert.Equal((ExitCode.GateFailed, "MOP7007"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Equal("champion=1 live=1", await lab.AliasesAsync());
    }

    [UnixFact]
    public async Task A_verdict_on_the_copy_that_falls_after_the_questions_counts()
    {
        using var lab = await AliasLab.CreateAsync("promote");
        await JudgeAsync(lab, "dev", "PASSED", "promote");
        lab.Store.Before = (write, catalog) => write == "CreateRunAsync"
            ? catalog.Registry.SetVersionTagAsync(AliasLab.Model, 2, new(VersionTags.ValidationStatus, "FAILED"), default)
            : Task.CompletedTask;

        var report = await lab.RunAsync("promote", "challenger");

        Assert.Equal((ExitCode.GateFailed, "MOP3011"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Equal("champion=1 live=1", await lab.AliasesAsync());
    }

    private static async Task JudgeAsync(AliasLab lab, string environment, string status, string decision)
    {
        await using var catalog = await lab.Validation.Release.OpenAsync(environment);
        var model = ModelName.Parse($"{environment}.health.diabetes");
        foreach (var tag in new Tag[] { new(VersionTags.ValidationStatus, status), new(VersionTags.Decision, decision) })
        {
            await catalog.Registry.SetVersionTagAsync(model, 2, tag, default);
        }
    }
}
