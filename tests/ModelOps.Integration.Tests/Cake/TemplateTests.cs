using System.Text.RegularExpressions;
using ModelOps.Integration.Tests.Testing;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Cake;

/// <summary>The script that users copy, as it is but for the source of the addin.</summary>
public sealed partial class TemplateTests
{
    [Fact]
    public async Task The_template_checks_packages_tests_registers_validates_and_promotes_and_a_failure_gives_its_exit_code()
    {
        using var script = await CakeScript.CreateAsync();
        await PrepareAsync(script);

        var plan = await script.RunTargetAsync("Plan");
        Assert.True(plan.ExitCode == 0, plan.Output);
        Assert.False(Directory.Exists(script.File(".modelops")), "a plan has made a catalog");

        var release = await script.RunTargetAsync("Release");
        Assert.True(release.ExitCode == 0, release.Output);
        Assert.Contains("models:/staging.health.churn/1 is champion now", release.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 tests passed", release.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(script.File("artifacts/gates/report.html")), release.Output);

        // The champion's own content: there is nothing to release.
        var judged = await script.RunTargetAsync("Judge");
        Assert.True(judged.ExitCode == 0, judged.Output);
        Assert.Contains("Passed: Keep", judged.Output, StringComparison.Ordinal);

        File.Delete(script.File("models/churn/model.pkl"));
        var broken = await script.RunTargetAsync("Release");
        Assert.Equal(3, broken.ExitCode);
        Assert.Contains("check ended with exit code 3 (GateFailed, MOP", broken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is champion now", broken.Output, StringComparison.Ordinal);
    }

    private static async Task PrepareAsync(CakeScript script)
    {
        var template = await File.ReadAllTextAsync(Path.Combine(TestFiles.Root, "templates", "cake", "build.cake"));
        Assert.Matches(PublishedAddin(), template);
        await File.WriteAllTextAsync(script.File("build.cake"), PublishedAddin().Replace(template, _ => script.Addin));
        QuickSuite.Write(Path.GetDirectoryName(script.File("build.cake"))!, "churn");
        Directory.Move(script.File("models/diabetes"), script.File("models/churn"));
        await File.WriteAllTextAsync(script.File(".gitignore"), ".modelops/\nartifacts/\ntools/\n");
        new GitScratch(Path.GetDirectoryName(script.File("build.cake"))!).Commit("model");
    }

    [GeneratedRegex(@"#addin nuget:\?package=Cake\.ModelOps&version=[0-9.]+")]
    private static partial Regex PublishedAddin();
}
