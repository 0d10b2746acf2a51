using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.House;

/// <summary>The script that lets a tag become a release.</summary>
public sealed class ReleaseNotesTests : IDisposable
{
    private const string Changes = "# Changelog\n\n## 0.3.0 (unreleased)\n\n- later\n\n## 0.2.0 (2027-01-31)\n\n- this\n- and that\n\n## 0.1.0\n\n- first\n";

    private readonly TempDirectory _directory = new();

    public ReleaseNotesTests()
    {
        Directory.CreateDirectory(_directory.File(".github"));
        File.Copy(Path.Combine(TestFiles.Root, ".github", "release-notes.sh"), _directory.File(".github/release-notes.sh"));
        File.WriteAllText(_directory.File("CHANGELOG.md"), Changes);
    }

    public void Dispose() => _directory.Dispose();

    [UnixTheory]
    [InlineData("0.2.0", "- this\n- and that\n")]
    [InlineData("0.1.0", "- first\n")]
    public async Task A_tag_of_the_present_version_gets_what_the_changes_say_of_it(string version, string notes)
    {
        var run = await CutAsync($"v{version}", version);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(notes, run.Output.TrimEnd('\n') + "\n");
    }

    [UnixTheory]
    [InlineData("v0.2.0", "0.1.0", "the tag has to be 'v0.1.0'")]
    [InlineData("0.2.0", "0.2.0", "the tag has to be 'v0.2.0'")]
    [InlineData("v0.3.0", "0.3.0", "still says that 0.3.0 is unreleased")]
    [InlineData("v0.4.0", "0.4.0", "no heading '## 0.4.0'")]
    [InlineData("v0", "0", "has no version")]
    public async Task Anything_else_is_refused_with_its_reason(string tag, string version, string reason)
    {
        var run = await CutAsync(tag, version);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    private async Task<ProcessRun> CutAsync(string tag, string version)
    {
        await File.WriteAllTextAsync(
            _directory.File("Directory.Build.props"), $"<Project>\n  <PropertyGroup>\n    <Version>{version}</Version>\n  </PropertyGroup>\n</Project>\n");
        return await ProcessRun.StartAsync("bash", [_directory.File(".github/release-notes.sh"), tag], new() { WorkingDirectory = _directory.Path });
    }
}
