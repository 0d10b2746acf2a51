namespace ModelOps.Integration.Tests.Crash;

public sealed class PackageKillTests
{
    private static readonly string[] Package = ["Path=models/diabetes", "Output=out/m.modelpkg"];

    [Fact]
    public async Task Package_killed_in_between_leaves_no_package_and_the_next_run_cleans_up()
    {
        await using var lab = await CrashLab.CreateAsync(onServer: false);
        var clean = await lab.RunAsync(-1, "package", Package);
        Assert.True(clean.ExitCode == 0, clean.Error);
        Assert.Contains("Packing advanced", clean.Steps);
        var output = Path.Combine(lab.Release.Path, "out");
        var expected = await File.ReadAllBytesAsync(Path.Combine(output, "m.modelpkg"));
        for (var step = 0; step < clean.Steps.Count; step++)
        {
            Directory.Delete(output, recursive: true);
            Assert.NotEqual(0, (await lab.RunAsync(step, "package", Package)).ExitCode);
            Assert.Matches(@"\Am\.modelpkg\.[0-9a-f]{16}\.tmp\z", Assert.Single(Names(output)));

            Assert.Equal(0, (await lab.RunAsync(-1, "package", Package)).ExitCode);
            Assert.Equal(["m.modelpkg", "m.modelpkg.provenance.json"], Names(output).Order(StringComparer.Ordinal));
            Assert.Equal(expected, await File.ReadAllBytesAsync(Path.Combine(output, "m.modelpkg")));
        }
    }

    private static IEnumerable<string> Names(string directory) => Directory.EnumerateFileSystemEntries(directory).Select(path => Path.GetFileName(path));
}
