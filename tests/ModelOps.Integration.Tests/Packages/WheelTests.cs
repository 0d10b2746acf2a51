using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The wheel as ML teams install it.</summary>
public sealed class WheelTests(ReleaseFixture release) : IClassFixture<ReleaseFixture>, IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [PipFact]
    public async Task Installed_into_a_directory_it_works_also_through_a_link()
    {
        await InstalledProgram.InstallAsync(InstalledProgram.Python, release.Wheel, "--target", _directory.File("target"));
        Directory.CreateDirectory(_directory.File("links"));
        File.CreateSymbolicLink(_directory.File("links/modelops"), _directory.File("target/bin/modelops"));
        using var program = new InstalledProgram(_directory.File("links/modelops"));

        await program.WorkAsync();
    }

    [PipFact]
    public async Task Installed_into_a_fresh_environment_it_works()
    {
        await InstalledProgram.SucceedAsync(InstalledProgram.Python, "-m", "venv", _directory.File("venv"));
        await InstalledProgram.InstallAsync(_directory.File("venv/bin/python"), release.Wheel);
        using var program = new InstalledProgram(_directory.File("venv/bin/modelops"));

        await program.WorkAsync();
    }
}
