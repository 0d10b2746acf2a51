using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Tests.Sources;
using ModelOps.Core.Verbs.Pull;
using ModelOps.Core.Verbs.Register;
using ModelOps.FileStore;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Pull;

public sealed class PullTests : IDisposable
{
    private readonly ReleaseLab _lab = new() { MoreBackends = [new FileStoreBackend()] };

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_version_is_written_byte_for_byte_and_a_second_time_nothing_is()
    {
        var registered = await RegisterAsync();

        var first = await _lab.DoAsync<PullResult>("pull", ("Model", "diabetes"), ("Environment", "dev"), ("Version", "1"), ("Output", "deep/out"));
        var second = await _lab.DoAsync<PullResult>("pull", ("Path", "models:/dev.health.diabetes@candidate"), ("Environment", "dev"), ("Output", "deep/out/"));

        Assert.Equal((registered.Digest, 1, true, true), (first.Digest, first.Version!.Value, first.Verified, first.Written));
        Assert.Equal((registered.Digest, 1, true, false), (second.Digest, second.Version!.Value, second.Verified, second.Written));
        Assert.Equal(Path.Combine(_lab.Path, "deep", "out"), first.Path);
        Assert.Equal(FilesIn("models/diabetes"), FilesIn("deep/out"));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(At("deep")).Select(Path.GetFileName));
        File.AppendAllText(At("deep/out/MLmodel"), "# mine");
    }

    [Theory]
    [InlineData("taken.txt")]
    [InlineData("MLmodel")]
    public async Task A_directory_with_other_content_stays_as_it_is(string file)
    {
        await RegisterAsync();
        Directory.CreateDirectory(At("out"));
        File.WriteAllText(At($"out/{file}"), "mine");

        var report = await _lab.RunAsync("pull", ("Model", "diabetes"), ("Environment", "dev"), ("Alias", "candidate"), ("Output", "out"));

        Assert.Equal((ExitCode.BadInput, "MOP2306"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Equal("mine", File.ReadAllText(At($"out/{file}")));
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(At("out")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_empty_directory_is_filled()
    {
        await RegisterAsync();
        Directory.CreateDirectory(At("out"));

        Assert.True((await _lab.DoAsync<PullResult>("pull", ("Model", "diabetes"), ("Environment", "dev"), ("Version", "1"), ("Output", "out"))).Written);
    }

    [Fact]
    public async Task Bytes_that_are_not_those_that_were_registered_are_not_written()
    {
        await RegisterAsync();
        File.AppendAllText(Directory.EnumerateFiles(At(".modelops/dev.db.artifacts"), "MLmodel", SearchOption.AllDirectories).Single(), "\n");

        var report = await _lab.RunAsync("pull", ("Model", "diabetes"), ("Environment", "dev"), ("Version", "1"), ("Output", "out"));

        Assert.Equal((ExitCode.GateFailed, "MOP3001"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_lab.Path, "out*"));
    }

    [Fact]
    public async Task A_run_has_no_recorded_digest_and_that_is_said()
    {
        new MlrunsLab(At("mlruns")).AddExperiment("wine").AddRun("0123");
        _lab.Environment["MLFLOW_TRACKING_URI"] = "file:mlruns";
        (string, string)[] call = [("Path", "runs:/0123/model"), ("Output", "out")];

        var first = await _lab.DoAsync<PullResult>("pull", call);
        var warning = Assert.Single(_lab.Host.Diagnostics);
        var second = await _lab.DoAsync<PullResult>("pull", call);

        Assert.Equal(("MOP2307", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Equal((false, true, false), (first.Verified, first.Written, second.Written));
        Assert.Null(first.Version);
        File.WriteAllText(At("out/more.txt"), "");
        Assert.Equal("MOP2306", (await _lab.RunAsync("pull", call)).Diagnostics.Single().Code);
    }

    [Theory]
    [InlineData("MOP0001", "Model=diabetes")]
    [InlineData("MOP0005", "Path=models:/x/1", "Version=1")]
    [InlineData("MOP0005", "Model=diabetes", "Version=1", "Alias=champion")]
    [InlineData("MOP0002", "Path=models/diabetes")]
    public async Task A_call_says_which_model(string code, params string[] inputs)
    {
        await RegisterAsync();

        var report = await _lab.RunAsync("pull", [.. inputs.Select(text => (text.Split('=')[0], text.Split('=')[1])), ("Environment", "dev"), ("Output", "out")]);

        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    private async Task<RegisterResult> RegisterAsync()
    {
        await _lab.PackageAsync();
        return await _lab.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "candidate"));
    }

    private string At(string relative) => Path.Combine(_lab.Path, relative);

    private List<string> FilesIn(string directory) => [.. Directory.EnumerateFiles(At(directory), "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => $"{Path.GetRelativePath(At(directory), file)} {Convert.ToHexString(File.ReadAllBytes(file))}")];
}
