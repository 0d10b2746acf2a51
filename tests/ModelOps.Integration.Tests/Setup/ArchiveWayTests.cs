using System.Security.Cryptography;
using ModelOps.Integration.Tests.Node;
using ModelOps.Surfaces;
using ModelOps.Surfaces.Packing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>The program from the archive of a release, without .NET.</summary>
public sealed class ArchiveWayTests : IDisposable
{
    private readonly SetupLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [CurlFact]
    public async Task The_archive_that_the_release_names_is_fetched_compared_and_put_on_path()
    {
        var run = await _lab.RunAsync();

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var home = Path.Combine(_lab.Machine.Temp, "modelops", Assert.Single(_lab.Installed));
        Assert.Equal([$"{home}/bin"], _lab.Added);
        Assert.Equal($"{ToolkitVersion.Full}\n", (await ProcessRun.StartAsync($"{home}/bin/modelops", ["--version"], new() { WorkingDirectory = home })).Output);
        Assert.True(File.Exists($"{home}/lib/modelops/libgit2.so"));
        Assert.Equal($"/{ReleaseArchive.FileName}", Assert.Single(_lab.Server.Requests));
        Assert.Empty(_lab.Machine.Calls);
        Assert.Equal(
            $"ModelOps setup: version {ToolkitVersion.Full}, from the archive https://releases.example/{ReleaseArchive.FileName} (commit {new string('1', 40)} of {SetupLab.Repository}).\n",
            run.Output);
    }

    [CurlFact]
    public async Task A_second_time_in_a_job_fetches_nothing()
    {
        await _lab.RunAsync();
        var run = await _lab.RunAsync();

        Assert.Equal($"ModelOps setup: version {ToolkitVersion.Full}, there already.\n", run.Output);
        Assert.Equal(0, run.ExitCode);
        Assert.Single(_lab.Server.Requests);
        Assert.Single(_lab.Added.Distinct());
    }

    [CurlFact]
    public async Task What_an_earlier_run_left_half_way_is_replaced()
    {
        await _lab.RunAsync();
        var home = Path.Combine(_lab.Machine.Temp, "modelops", Assert.Single(_lab.Installed));
        File.Delete($"{home}/complete");
        File.WriteAllText($"{home}/bin/modelops", "half");

        var run = await _lab.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("#!", await File.ReadAllTextAsync($"{home}/bin/modelops"), StringComparison.Ordinal);
    }

    [CurlFact]
    public async Task A_copy_of_the_archive_is_taken_where_its_address_is_given_and_held_against_the_sum_of_the_release()
    {
        _lab.WriteRelease(new(SetupLab.Repository, ToolkitVersion.Full, new('1', 40), "https://nowhere.example/none", Convert.ToHexStringLower(SHA256.HashData(SampleArchive.Write()))));
        _lab.Variables["TOOL_ARCHIVE"] = "https://releases.example/copy.tar.gz";

        var run = await _lab.RunAsync();

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal("/copy.tar.gz", Assert.Single(_lab.Server.Requests));
        _lab.Variables["TOOL_SHA256"] = new('a', 64);
        Assert.Contains("SHA-256 is", (await _lab.RunAsync()).Output, StringComparison.Ordinal);
    }

    [CurlTheory]
    [InlineData("http://releases.example/a.tar.gz")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://releases.example/a")]
    [InlineData("https://releases.example/a b")]
    [InlineData("https://user:secret@releases.example/a")]
    [InlineData("https://releases.example/$(touch pwned)")]
    [InlineData("-o/etc/passwd")]
    public async Task An_address_that_is_not_plain_https_is_not_asked(string address)
    {
        _lab.Variables["TOOL_ARCHIVE"] = address;
        var run = await _lab.RunAsync();
        Assert.Equal((2, 0), (run.ExitCode, _lab.Server.Requests.Count));
        Assert.Equal(1, run.Output.Split("::error title=ModelOps setup::").Length - 1);
        Assert.Empty(_lab.Installed);
    }

    [CurlFact]
    public async Task A_program_of_another_version_is_not_installed()
    {
        _lab.Serve(SampleArchive.Write("9.9.9"));
        var run = await _lab.RunAsync();
        Assert.Equal(6, run.ExitCode);
        Assert.Contains("::error title=ModelOps setup::The program does not say that it is version", run.Output, StringComparison.Ordinal);
        Assert.Empty(_lab.Installed);
    }
}
