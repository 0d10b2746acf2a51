using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

public sealed class ProgramFileTests : IDisposable
{
    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_program_is_found_in_the_first_directory_of_the_path_that_has_it()
    {
        Add("second");
        Add("third");

        Assert.Equal(_directory.File($"second/tool{Extension}"), Find(_directory.File("first"), _directory.File("second"), _directory.File("third")));
    }

    [Fact]
    public void A_directory_of_the_path_that_depends_on_the_working_directory_is_passed_over()
    {
        Add("here");

        Assert.Null(Find("", Path.GetRelativePath(Directory.GetCurrentDirectory(), _directory.File("here"))));
    }

    [Fact]
    public void A_file_that_cannot_be_run_is_no_program()
    {
        Add("data", executable: OperatingSystem.IsWindows());

        Assert.Equal(OperatingSystem.IsWindows(), Find(_directory.File("data")) is not null);
    }

    [Fact]
    public void Without_a_path_there_is_no_program() => Assert.Null(ProgramFile.Find("git", new TestEnvironment()));

    private static string? Find(params string[] directories) =>
        ProgramFile.Find("tool", new TestEnvironment { ["PATH"] = string.Join(Path.PathSeparator, directories) });

    private void Add(string directory, bool executable = true)
    {
        var file = Path.Combine(Directory.CreateDirectory(_directory.File(directory)).FullName, $"tool{Extension}");
        File.WriteAllText(file, "");
        if (executable && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
