using System.Runtime.Versioning;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>build.sh on a machine that lacks the SDK.</summary>
public sealed class BuildScriptTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [UnixFact]
    public async Task Without_dotnet_it_says_what_to_install_and_ends_with_2()
    {
        Assert.Equal((2, "", true), await RunAsync());
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Without_the_right_SDK_it_says_what_to_install_and_ends_with_2()
    {
        File.WriteAllText(_directory.File("dotnet"), "#!/bin/sh\n[ \"$1\" = --list-sdks ] && echo '8.0.100 [/opt]' && exit 0\nexit 1\n");
        File.SetUnixFileMode(_directory.File("dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal((2, "", true), await RunAsync("8.0.100"));
    }

    private async Task<(int ExitCode, string Out, bool SaysWhatToInstall)> RunAsync(string found = "dotnet")
    {
        foreach (var program in new[] { "bash", "dirname", "sh", "git" })
        {
            var path = new[] { "/bin", "/usr/bin" }.Select(directory => Path.Combine(directory, program)).First(File.Exists);
            File.CreateSymbolicLink(_directory.File(program), path);
        }

        using var process = ModelOpsCommand.Start(
            _directory.File("bash"), _directory.Path, new() { ["PATH"] = _directory.Path }, [Path.Combine(TestFiles.Root, "build.sh"), "--target", "Test"]);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var text = await error;
        return (process.ExitCode, output, text.Contains("https://dotnet.microsoft.com/download/dotnet/10.0", StringComparison.Ordinal)
            && text.Contains(".NET 10", StringComparison.Ordinal) && text.Contains(found, StringComparison.Ordinal));
    }
}
