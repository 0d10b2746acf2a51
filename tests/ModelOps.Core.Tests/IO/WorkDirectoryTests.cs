using ModelOps.Abstractions.IO;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.IO;

public sealed class WorkDirectoryTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_work_directory_that_is_made_ignores_itself()
    {
        WorkDirectory.Create(_directory.File(".modelops/tests/unit"));

        Assert.Equal("*\n", File.ReadAllText(_directory.File(".modelops/.gitignore")));
        Assert.Equal([".gitignore"], Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void One_that_is_there_stays_as_it_is()
    {
        Directory.CreateDirectory(_directory.File(".modelops"));
        WorkDirectory.Create(_directory.File(".modelops/tests"));
        WorkDirectory.Create(_directory.File("other/tests"));

        Assert.Empty(Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories));
    }
}
