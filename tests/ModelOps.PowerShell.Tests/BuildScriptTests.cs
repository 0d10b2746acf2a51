using System.Management.Automation.Language;
using System.Runtime.Versioning;
using ModelOps.Testing;

namespace ModelOps.PowerShell.Tests;

/// <summary>build.ps1, with a dotnet in front of the real one that writes down its calls.</summary>
[Collection(nameof(Shell))]
public sealed class BuildScriptTests : IDisposable
{
    private static readonly string Script = Path.Combine(TestFiles.Root, "build.ps1");

    private readonly Shell _shell = new();

    private string Calls => Path.Combine(_shell.Programs, "calls");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void It_is_a_script_without_an_error()
    {
        Parser.ParseFile(Script, out _, out var errors);
        Assert.Empty(errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}"));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Arguments_and_exit_code_are_passed_on_and_the_place_is_the_repository()
    {
        WriteDotNet("[ \"$1\" = cake ] && exit 7\nexit 0");

        Assert.Equal("7", Invoke("--target Test --filter 'A b|C'"));
        Assert.Equal(
            [$"{TestFiles.Root}: --version", $"{TestFiles.Root}: tool restore --verbosity quiet", $"{TestFiles.Root}: cake build/build.cake --target Test --filter <A b|C>"],
            File.ReadAllLines(Calls));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void A_tool_that_cannot_be_restored_ends_it()
    {
        WriteDotNet("[ \"$1\" = tool ] && exit 5\nexit 0");

        Assert.Equal("5", Invoke("--target Test"));
        Assert.DoesNotContain(File.ReadAllLines(Calls), call => call.Contains(" cake ", StringComparison.Ordinal));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Without_the_right_SDK_it_ends_with_2()
    {
        WriteDotNet("exit 1");

        Assert.Equal("2", Invoke("--target Test"));
        Assert.Equal([$"{TestFiles.Root}: --version"], File.ReadAllLines(Calls));
    }

    [Fact]
    public void Without_dotnet_it_ends_with_2()
    {
        _shell.HideOthers();

        Assert.Equal("2", Invoke("--target Test"));
    }

    [Fact]
    public void The_real_build_tool_answers() => Assert.Contains(
        _shell.Run($"& '{Script}' --description; $LASTEXITCODE"), line => line.TrimStart().StartsWith("Test ", StringComparison.Ordinal));

    private string Invoke(string arguments) => _shell.Run($"& '{Script}' {arguments}; $LASTEXITCODE")[^1];

    // Words with a space are shown in <>, so that one word and two are told apart.
    [UnsupportedOSPlatform("windows")]
    private void WriteDotNet(string then)
    {
        var file = Path.Combine(_shell.Programs, "dotnet");
        File.WriteAllText(file, $$"""
            #!/bin/sh
            line="$PWD:"
            for word in "$@"; do case "$word" in *' '*) line="$line <$word>" ;; *) line="$line $word" ;; esac; done
            echo "$line" >> '{{Calls}}'
            {{then}}

            """);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
