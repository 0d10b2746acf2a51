using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Check;
using ModelOps.Core.Verbs.Package;
using ModelOps.Core.Verbs.Register;
using ModelOps.FileStore;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Sources;

/// <summary>check, package and register with a model that is named by where it is.</summary>
public sealed class ModelSourceTests : IDisposable
{
    private const string Run = "8b8d2ecc73094ba986fc1e07c08252ed";
    private const string Logged = "m-35c94d1c3c1045c9af27b697ffc9dbb6";

    private readonly ReleaseLab _lab = new() { MoreBackends = [new FileStoreBackend()] };

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task One_model_has_one_digest_wherever_it_is_named()
    {
        await _lab.PackageAsync();
        var registered = await _lab.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "candidate"));
        await using (var catalog = await _lab.OpenAsync("dev"))
        {
            var version = await catalog.Registry.FindVersionAsync(registered.Model, 1, CancellationToken.None);
            Assert.NotNull(version!.RunId);
            foreach (var source in new[] { "models/diabetes", "diabetes.modelpkg", "models:/dev.health.diabetes/1", "models:/dev.health.diabetes@candidate", $"runs:/{version.RunId}/model" })
            {
                var packed = await _lab.DoAsync<PackageResult>("package", ("Path", source), ("Environment", "dev"), ("Output", "again.modelpkg"));
                var check = await _lab.DoAsync<CheckResult>("check", ("Path", source), ("Environment", "dev"));

                Assert.Equal(registered.Digest, packed.Digest);
                Assert.EndsWith(source, check.Path, StringComparison.Ordinal);
            }
        }

        Assert.Equal("candidate.modelpkg", Path.GetFileName((await _lab.DoAsync<PackageResult>("package", ("Path", "diabetes.modelpkg"), ("Output", "candidate.modelpkg"))).Package));
        var named = await _lab.DoAsync<PackageResult>("package", ("Path", "models:/dev.health.diabetes/1"), ("Environment", "dev"));
        Assert.Equal("dev.health.diabetes.modelpkg", Path.GetFileName(named.Package));
    }

    [Theory]
    [InlineData("models:/" + Logged)]
    [InlineData("runs:/" + Run + "/model")]
    [InlineData("models:/wine@champion")]
    [InlineData("models:/wine/1")]
    public async Task A_model_in_a_local_mlruns_is_registered_somewhere_else(string source)
    {
        UseMlruns(addRun: false);

        var result = await _lab.DoAsync<RegisterResult>("register", ("Path", source), ("From", "training"), ("Model", "wine"), ("Environment", "dev"));

        Assert.Equal(("dev.health.wine", 1, true), (result.Model.Value, result.Version!.Value, result.Created));
    }

    [Fact]
    public async Task A_path_of_a_run_of_MLflow_2_is_what_lies_there()
    {
        UseMlruns(addRun: true);

        var result = await _lab.DoAsync<PackageResult>("package", ("Path", $"runs:/{Run}/model"), ("Environment", "training"), ("Output", "two.modelpkg"));
        var directory = await _lab.DoAsync<PackageResult>("package", ("Path", TestFiles.Model("2.x-iris-classifier")), ("Output", "one.modelpkg"));

        Assert.Equal(directory.Digest, result.Digest);
    }

    [Theory]
    [InlineData("runs:/" + Run + "/none", "training", "MOP2304", "models:/" + Logged)]
    [InlineData("runs:/0123/model", "training", "MOP2304", "no run '0123'")]
    [InlineData("models:/m-none", "training", "MOP2304", "no logged model")]
    [InlineData("models:/wine/7", "training", "MOP2007", "no version 7")]
    [InlineData("models:/wine@none", "training", "MOP2007", "no alias")]
    [InlineData("models:/beer/1", "training", "MOP2006", "beer")]
    [InlineData("models:/wine/latest", "training", "MOP2303", "latest")]
    [InlineData("models:/diabetes/1", "dev", "MOP2006", "models:/dev.health.diabetes")]
    [InlineData("models/none", "training", "MOP0004", "no model directory or package")]
    [InlineData("modelops.yml", "training", "MOP1507", "not a package")]
    public async Task A_place_without_a_model_is_said(string source, string environment, string code, string message)
    {
        UseMlruns(addRun: false);

        var report = await _lab.RunAsync("check", ("Path", source), ("Environment", environment));

        var finding = Assert.Single(report.Diagnostics);
        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, finding.Code));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_of_a_fetched_model_are_named_by_its_reference_and_it_is_not_repaired()
    {
        UseMlruns(addRun: true);
        File.Delete(Path.Combine(_lab.Path, "mlruns", MlrunsLab.Experiment, Run, "artifacts", "model", "requirements.txt"));
        var source = $"runs:/{Run}/model";

        var report = await _lab.RunAsync("check", ("Path", source), ("Environment", "training"));
        var fix = await _lab.RunAsync("check", ("Path", source), ("Environment", "training"), ("Fix", "true"));

        Assert.NotEmpty(report.Diagnostics);
        Assert.All(report.Diagnostics, finding => Assert.DoesNotContain(Path.GetTempPath() + "modelops-", $"{finding.Message} {finding.Span?.File}".Replace(_lab.Path, "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains(report.Diagnostics, finding => finding.Span?.File.StartsWith(source, StringComparison.Ordinal) == true);
        Assert.Equal((ExitCode.BadInput, "MOP0005"), (fix.ExitCode, Assert.Single(fix.Diagnostics).Code));
    }

    [Fact]
    public async Task Files_that_are_not_those_that_were_registered_are_refused_wherever_they_are_taken()
    {
        await _lab.PackageAsync();
        await _lab.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        var stored = Directory.EnumerateFiles(Path.Combine(_lab.Path, ".modelops", "dev.db.artifacts"), "MLmodel", SearchOption.AllDirectories).Single();
        File.AppendAllText(stored, "\n");

        foreach (var verb in new[] { "check", "package", "register" })
        {
            var report = await _lab.RunAsync(verb, ("Path", "models:/dev.health.diabetes/1"), ("Environment", "dev"));
            Assert.Equal((ExitCode.GateFailed, "MOP3001"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        }
    }

    [Fact]
    public async Task Register_takes_one_model_and_without_any_that_of_modelops_yml()
    {
        await _lab.PackageAsync();
        var two = await _lab.RunAsync("register", ("Package", "diabetes.modelpkg"), ("Path", "models/diabetes"), ("Environment", "dev"));
        Assert.Equal((ExitCode.BadInput, "MOP0005"), (two.ExitCode, Assert.Single(two.Diagnostics).Code));

        var listed = await _lab.DoAsync<RegisterResult>("register", ("Environment", "dev"));
        Assert.Equal((1, true), (listed.Version!.Value, listed.Created));
        Assert.False((await _lab.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"))).Created);

        var unknown = await _lab.RunAsync("register", ("Model", "fraud"), ("Environment", "dev"));
        Assert.Equal((ExitCode.BadInput, "MOP0001"), (unknown.ExitCode, Assert.Single(unknown.Diagnostics).Code));
    }


    private void UseMlruns(bool addRun)
    {
        var lab = new MlrunsLab(Path.Combine(_lab.Path, "mlruns")).AddExperiment("wine").AddRun(Run, addRun ? "model" : null);
        if (!addRun)
        {
            lab.AddLoggedModel(Logged, Run);
        }

        lab.AddVersion("wine", 1, MlrunsLab.Place($"{MlrunsLab.Experiment}/models/{Logged}/artifacts")).Write("models/wine/aliases/champion", "1");
        var configuration = Path.Combine(_lab.Path, "modelops.yml");
        File.WriteAllText(configuration, File.ReadAllText(configuration).Replace(
            "\nbranches:", "  training: {tracking_uri: 'file:mlruns'}\n\nbranches:", StringComparison.Ordinal));
    }
}
