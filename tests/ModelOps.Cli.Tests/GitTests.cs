using System.Runtime.InteropServices;
using System.Text.Json;
using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>The commit of a version, by what of git the machine has.</summary>
public sealed class GitTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestEnvironment _environment = new() { ["MLFLOW_TRACKING_URI"] = "sqlite:///mlflow.db" };
    private readonly string _commit;

    public GitTests()
    {
        TestFiles.CopyDirectory(TestFiles.Model("2.x-iris-classifier"), _directory.File("work/iris"));
        _commit = new GitScratch(_directory.File("work")).Commit("one");
    }

    private static string WithoutGit => Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Without_a_git_program_libgit2_says_it()
    {
        _environment["PATH"] = WithoutGit;

        Assert.Equal((_commit, ""), await RegisterAsync([ModelOpsProgram.FileName, .. ModelOpsProgram.Leading]));
    }

    [Fact]
    public async Task Where_libgit2_cannot_be_loaded_the_git_program_says_it() => Assert.Equal((_commit, ""), await RegisterAsync(CopyWithoutLibrary()));

    [Fact]
    public async Task Without_either_the_version_has_none_and_the_warning_says_what_to_install()
    {
        _environment["PATH"] = WithoutGit;

        var (commit, error) = await RegisterAsync(CopyWithoutLibrary());

        Assert.Equal("", commit);
        Assert.Contains("warning MOP4010", error, StringComparison.Ordinal);
        Assert.Contains("libgit2 cannot be loaded here", error, StringComparison.Ordinal);
    }

    private async Task<(string? Commit, string Error)> RegisterAsync(IReadOnlyList<string> command)
    {
        var (exitCode, _, error) = await RunAsync(command, "register", "--path", "iris", "--model", "iris");
        Assert.True(exitCode == 0, error);
        var (_, status, _) = await RunAsync(command, "status", "--json");
        using var document = JsonDocument.Parse(status);
        return (document.RootElement.GetProperty("result").GetProperty("versions")[0].GetProperty("commit").GetString(), error);
    }

    private async Task<(int ExitCode, string Out, string Error)> RunAsync(IReadOnlyList<string> command, params string[] words)
    {
        using var process = ModelOpsCommand.Start(command[0], _directory.File("work"), _environment, [.. command.Skip(1), .. words]);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    /// <summary>The command on a platform that libgit2 was not built for.</summary>
    private IReadOnlyList<string> CopyWithoutLibrary()
    {
        var here = ModelOpsProgram.IsNative ? Path.GetFullPath("../..", ModelOpsProgram.File) : AppContext.BaseDirectory;
        foreach (var file in Directory.EnumerateFiles(here, "*", SearchOption.AllDirectories).Where(file => IsOfTheCommand(Path.GetRelativePath(here, file))))
        {
            var copy = _directory.File(Path.Combine("command", Path.GetRelativePath(here, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return ModelOpsProgram.IsNative ? [_directory.File("command/bin/modelops")] : ["dotnet", _directory.File("command/modelops.dll")];
    }

    private static bool IsOfTheCommand(string file) => !Path.GetFileName(file).Contains("git2-", StringComparison.Ordinal)
        && (ModelOpsProgram.IsNative || file.StartsWith("runtimes", StringComparison.Ordinal) || IsOfThePortableOne(file));

    private static bool IsOfThePortableOne(string file) => !file.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && (file.EndsWith(".dll", StringComparison.Ordinal) || file.StartsWith("modelops", StringComparison.Ordinal));
}
