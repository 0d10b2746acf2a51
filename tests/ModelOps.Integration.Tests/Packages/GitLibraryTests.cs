using System.Runtime.InteropServices;
using ModelOps.Integration.Tests.Cake;
using ModelOps.Integration.Tests.MSBuild;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>MSBuild and Cake load the packages' assemblies where the runtime finds no native library by itself: the commit is read there, too, without a git program.</summary>
public sealed class GitLibraryTests
{
    private static readonly (string Name, string Value) NoGit = ("PATH", Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory()));

    [Fact]
    public async Task Tasks_of_MSBuild_read_the_commit_without_a_git_program()
    {
        using var consumer = await ConsumerProject.CreateAsync("""
            <ItemGroup><Model Include="models/diabetes" ModelName="diabetes" Environment="dev" /></ItemGroup>
            <Target Name="ShowCommit" DependsOnTargets="RegisterModels;ModelStatus">
              <Message Importance="High" Text="commit=[%(ModelVersion.Commit)]" />
            </Target>
            """);
        await File.WriteAllTextAsync(consumer.File("modelops.yml"), "version: 1\nenvironments:\n  dev:\n    tracking_uri: sqlite:///dev.db\n");
        var commit = new GitScratch(consumer.Path).Commit("one");

        var run = await consumer.BuildAsync("ShowCommit", NoGit);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains($"commit=[{commit}]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Cake_addin_reads_the_commit_without_a_git_program()
    {
        using var script = await CakeScript.CreateAsync();
        var commit = new GitScratch(script.File(".")).Commit("one");

        var run = await script.RunAsync(
            $$"""
            {{script.Addin}}
            Task("Release").Does(async () =>
            {
                var packed = await ModelOpsPackage(new PackageSettings { Path = "models/diabetes", Output = "out.modelpkg" });
                await ModelOpsRegister(new RegisterSettings { Model = ModelName.Parse("diabetes"), Package = packed.Package });
                Information("commit=[{0}]", (await ModelOpsStatus(new StatusSettings())).Versions[0].Commit);
            });
            RunTarget("Release");
            """,
            ("MLFLOW_TRACKING_URI", "sqlite:///mlflow.db"),
            NoGit);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains($"commit=[{commit}]", run.Output, StringComparison.Ordinal);
    }
}
