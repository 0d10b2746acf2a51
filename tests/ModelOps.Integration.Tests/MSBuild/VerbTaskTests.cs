using ModelOps.MSBuild.Tasks;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.MSBuild;

public sealed class VerbTaskTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly RecordingEngine _engine;

    public VerbTaskTests() => _engine = new(_directory.File("a.proj"));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_cancelled_task_ends_with_130_and_leaves_no_package()
    {
        using var task = new PackageModel { BuildEngine = _engine, Path = TestFiles.Model("3.x-diabetes-regressor"), Output = "a.modelpkg" };
        task.Cancel();

        Assert.False(task.Execute());

        Assert.Equal(130, task.ExitCode);
        Assert.Equal("MOP4002", Assert.Single(_engine.Errors).Code);
        Assert.Empty(Directory.EnumerateFiles(_directory.Path));
    }

    [Fact]
    public void Relative_paths_start_at_the_project_and_outputs_are_properties()
    {
        TestFiles.CopyDirectory(TestFiles.Model("3.x-diabetes-regressor"), _directory.File("m"));
        using var task = new PackageModel { BuildEngine = _engine, Path = "m", Output = "a.modelpkg" };

        Assert.True(task.Execute(), string.Join('\n', _engine.Errors.Select(error => error.Message)));

        Assert.Equal(_directory.File("a.modelpkg"), task.Package);
        Assert.Equal("7", task.Files);
        Assert.StartsWith("sha256:", task.Digest, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_errors_at_the_calling_project()
    {
        using var task = new RegisterModel { BuildEngine = _engine, Model = "a/b", Package = "none.modelpkg", Alias = "latest {0}" };

        Assert.False(task.Execute());

        Assert.Equal(2, task.ExitCode);
        Assert.Equal(["MOP0002", "MOP0002", "MOP0004"], _engine.Errors.Select(error => error.Code).Order(StringComparer.Ordinal));
        Assert.Contains(_engine.Errors, error => error.Message!.Contains("latest {0}", StringComparison.Ordinal) && error.File == _directory.File("a.proj"));
    }

    [Fact]
    public void Text_from_outside_is_no_command_of_a_build_host()
    {
        using var task = new RegisterModel { BuildEngine = _engine, Model = "##vso[task.complete result=Succeeded;]", Package = "p" };

        Assert.False(task.Execute());

        Assert.DoesNotContain(_engine.Errors, error => error.Message!.Contains("##vso[", StringComparison.Ordinal));
    }
}
