using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>An image of Python has no curl; its Python fetches the archive by the same rules.</summary>
public sealed class PythonDownloadTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly SetupLab _lab = new();

    public PythonDownloadTests()
    {
        // All that the script calls, and no curl.
        File.Delete(Path.Combine(_lab.Machine.Bin, "curl"));
        foreach (var name in (string[])["bash", "cat", "cksum", "gzip", "mkdir", "mktemp", "mv", "rm", "sha256sum", "tar", "touch"])
        {
            File.CreateSymbolicLink(Path.Combine(_lab.Machine.Bin, name), $"/usr/bin/{name}");
        }

        _lab.Machine.Add("python3", $$"""
            #!/bin/bash
            arguments=()
            for argument in "$@"; do
              arguments+=("${argument/#'https://releases.example/'/http://127.0.0.1:{{_lab.Server.Port}}/}")
            done
            exec {{Python}} "${arguments[@]}"

            """);
        _lab.Machine.Environment["PATH"] = _lab.Machine.Bin;
    }

    public void Dispose() => _lab.Dispose();

    [LinuxFact]
    public async Task It_is_installed()
    {
        var run = await _lab.RunAsync();
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Single(_lab.Server.Requests);
    }

    [LinuxFact]
    public async Task What_breaks_off_is_not_there_or_leads_elsewhere_is_said_in_the_same_words()
    {
        _lab.Server.Announced = SampleArchive.Write().Length + 10;
        await RefusedAsync("broke off before its end");
        _lab.Server.Announced = null;
        _lab.Server.Answer = ("404 Not Found", []);
        await RefusedAsync("(404)");
        _lab.Server.Answer = ($"302 Found\r\nLocation: http://127.0.0.1:{_lab.Server.Port}/elsewhere", []);
        await RefusedAsync("is not https");
        Assert.DoesNotContain("/elsewhere", _lab.Server.Requests);
    }

    [LinuxFact]
    public async Task Without_either_it_is_said_what_is_missing()
    {
        File.Delete(Path.Combine(_lab.Machine.Bin, "python3"));
        var run = await _lab.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Neither curl nor python3 is there", run.Output, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string words)
    {
        var run = await _lab.RunAsync();
        Assert.Equal(6, run.ExitCode);
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
        Assert.Empty(_lab.Installed);
    }
}
