using System.IO.Compression;
using ModelOps.Integration.Tests.Testing;

namespace ModelOps.Integration.Tests.Cake;

public sealed class AddinTests
{
    [Fact]
    public async Task An_addin_from_a_feed_packages_registers_and_shows_the_state()
    {
        using var script = await CakeScript.CreateAsync();
        // An unusable library of the system: the one in the package must be found where Cake has put it.
        Directory.CreateDirectory(script.File("broken"));
        await File.WriteAllTextAsync(script.File("broken/libsqlite3.so.0"), "");

        var run = await script.RunAsync(
            $$"""
            {{script.Addin}}
            Task("Release").Does(async () =>
            {
                var packed = await ModelOpsPackage(new PackageSettings { Path = "models/diabetes", Output = "out.modelpkg" });
                var registered = await ModelOpsRegister(new RegisterSettings
                {
                    Model = ModelName.Parse("diabetes"), Package = packed.Package, Alias = AliasName.Parse("candidate"), Tags = [new Tag("team", "a;b, c")],
                });
                var status = await ModelOpsStatus(new StatusSettings());
                Information("uri={0} files={1} created={2} rows={3}", registered.Uri, packed.Files, registered.Created, status.Versions.Count);
            });
            RunTarget("Release");
            """,
            ("MLFLOW_TRACKING_URI", "sqlite:///mlflow.db"),
            ("LD_LIBRARY_PATH", script.File("broken")));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("uri=models:/diabetes/1 files=7 created=True rows=1", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(script.File("mlflow.db")));
    }

    [Fact]
    public async Task Cake_warns_of_nothing_that_the_package_brings_and_the_sandbox_starts_from_it()
    {
        using var script = await CakeScript.CreateAsync();
        QuickSuite.Write(Path.GetDirectoryName(script.File("build.cake"))!);

        var run = await script.RunForWarningsAsync($$"""
            {{script.Addin}}
            Console.WriteLine("loaded");
            var result = ModelOpsTest(new TestSettings { Sandbox = true }).GetAwaiter().GetResult();
            Console.WriteLine($"passed={result.Passed}");
            """);

        Assert.Equal((0, "loaded\npassed=1"), (run.ExitCode, run.Output.ReplaceLineEndings("\n").TrimEnd()));
    }

    [Fact]
    public async Task A_model_that_a_script_leaves_out_is_the_only_one_of_the_configuration()
    {
        using var script = await CakeScript.CreateAsync();
        await File.WriteAllTextAsync(script.File("modelops.yml"), "version: 1\nmodels:\n  - name: diabetes\n    path: models/diabetes\n");

        var run = await script.RunAsync(
            $$"""
            {{script.Addin}}
            Task("Release").Does(async () =>
            {
                await ModelOpsCheck(new CheckSettings());
                var packed = await ModelOpsPackage(new PackageSettings { Path = "models/diabetes", Output = "out.modelpkg" });
                var registered = await ModelOpsRegister(new RegisterSettings { Package = packed.Package });
                Information("uri={0}", registered.Uri);
            });
            RunTarget("Release");
            """,
            ("MLFLOW_TRACKING_URI", "sqlite:///mlflow.db"));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("uri=models:/diabetes/1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addin_brings_along_what_an_editor_shows_of_inputs_and_outputs()
    {
        using var script = await CakeScript.CreateAsync();
        await ZipFile.ExtractToDirectoryAsync(script.PackageFile, script.File("addin"));

        var comments = await File.ReadAllTextAsync(script.File("addin/lib/net10.0/ModelOps.Core.xml"));
        Assert.Contains("RegisterSettings.Package\"><summary>Package to register, as written by package;", comments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addin_by_reference_fails_the_script_with_the_exit_code_of_the_verb()
    {
        using var script = await CakeScript.CreateAsync();
        await ZipFile.ExtractToDirectoryAsync(script.PackageFile, script.File("addin"));

        var run = await script.RunAsync("""
            #reference "addin/lib/net10.0/Cake.ModelOps.dll"
            Task("Fail").Does(async () => await ModelOpsPackage(new PackageSettings { Path = "models/none", Verify = "none.modelpkg" }));
            try
            {
                RunTarget("Fail");
            }
            catch (CakeReportException report) when (report.InnerException is CakeException failure)
            {
                throw failure;
            }
            """);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error MOP0004: Input 'path' (argument): there is no model directory or package 'models/none'", run.Output, StringComparison.Ordinal);
        Assert.Contains("error MOP0004: Input 'verify' (argument): there is no file 'none.modelpkg'", run.Output, StringComparison.Ordinal);
        Assert.Contains("package ended with exit code 2 (BadInput, MOP0004)", run.Output, StringComparison.Ordinal);
    }
}
