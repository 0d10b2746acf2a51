using ModelOps.Integration.Tests.Node;
using ModelOps.Integration.Tests.Testing;
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
    public async Task In_a_fresh_environment_it_registers_validates_and_rolls_back_the_sample_with_that_environment_alone()
    {
        await InstalledProgram.SucceedAsync(InstalledProgram.Python, "-m", "venv", _directory.File("venv"));
        await InstalledProgram.InstallAsync(_directory.File("venv/bin/python"), release.Wheel);
        using var program = new InstalledProgram(_directory.File("venv/bin/modelops"));
        await program.WorkAsync();

        // The sample's model is judged by Python, which the environment has; there is no .NET, no git and no home.
        using var lab = new SampleLab { Program = _directory.File("venv/bin/modelops") };
        lab.Environment.Clear();
        lab.Environment["PATH"] = _directory.File("venv/bin");
        await ReleaseAsync(lab);
        lab.Git.Switch("release/1", create: true);
        await lab.ResultAsync(0, "promote", "prod", "--from", "dev", "--alias", "champion");
        var fitted = await ProcessRun.StartAsync(
            _directory.File("venv/bin/python"), ["pipelines/export.py", "--output", "models/diabetes"], new() { WorkingDirectory = lab.Path, Environment = lab.Environment });
        Assert.True(fitted.ExitCode == 0, fitted.Error);
        await ReleaseAsync(lab);
        await lab.ResultAsync(0, "promote", "prod", "--from", "dev", "--alias", "champion");
        Assert.Equal(2, await ChampionAsync(lab));

        await lab.ResultAsync(0, "rollback", "--environment", "prod", "--reason", "slow");

        Assert.Equal(1, await ChampionAsync(lab));
    }

    private static async Task ReleaseAsync(SampleLab lab)
    {
        await lab.ResultAsync(0, "register", "--path", "models/diabetes", "--environment", "dev");
        await lab.ResultAsync(0, "validate", "--environment", "dev");
    }

    private static async Task<int> ChampionAsync(SampleLab lab) =>
        (await lab.ResultAsync(0, "show", "diabetes@champion", "--environment", "prod")).GetProperty("result").GetProperty("version").GetInt32();
}
