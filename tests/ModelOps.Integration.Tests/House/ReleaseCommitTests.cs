using ModelOps.Integration.Tests.Node;
using ModelOps.Integration.Tests.Setup;
using ModelOps.Surfaces;
using ModelOps.Surfaces.Azure;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.House;

/// <summary>The commit that a release tags, from the files that its packing leaves to what the setup action makes of it.</summary>
public sealed class ReleaseCommitTests : IDisposable
{
    private static readonly string Tag = $"v{ToolkitVersion.Full}";

    private readonly SetupLab _lab = new();
    private readonly TempDirectory _packed = new();
    private readonly GitScratch _git;
    private readonly string _built;

    public ReleaseCommitTests()
    {
        File.Delete(Path.Combine(_lab.Checkout, ReleaseRecord.Path));
        foreach (var (file, text) in (ReadOnlySpan<(string, string)>)
        [
            (".github/release-commit.sh", File.ReadAllText(Path.Combine(TestFiles.Root, ".github", "release-commit.sh"))),
            (SetupStepEmitter.Path, SetupStepEmitter.EmitTemplate(null)),
        ])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_lab.Checkout, file))!);
            File.WriteAllText(Path.Combine(_lab.Checkout, file), text);
        }

        _git = new(_lab.Checkout);
        _git.Run("remote", "add", "origin", $"https://github.com/{SetupLab.Repository}");
        _built = _git.Commit("what is released");

        Directory.CreateDirectory(_packed.File("commit/actions/setup"));
        Directory.CreateDirectory(_packed.File("commit/templates/azure-pipelines/steps"));
        File.WriteAllBytes(_packed.File(ReleaseArchive.FileName), SampleArchive.Write());
        ReleaseCommit.Write(_packed.File("commit"), ReleaseRecord.Of(_packed.Path, "https://github.com", SetupLab.Repository, _built));
        File.WriteAllText(_packed.File("SHA256SUMS"), Checksums.Of(_packed.Path));
    }

    public void Dispose()
    {
        _packed.Dispose();
        _lab.Dispose();
    }

    [UnixFact]
    public async Task The_tag_is_on_a_commit_of_no_branch_that_names_the_archive_of_its_parent()
    {
        var run = await CommitAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(_built, _git.Run("rev-parse", $"{Tag}^").Trim());
        Assert.Equal(_built, _git.Run("rev-parse", "main").Trim());
        Assert.Equal(["actions/setup/release.json", SetupStepEmitter.Path], _git.Run("diff", "--name-only", _built, Tag).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"https://github.com/{SetupLab.Repository}/releases/download/{Tag}/{ReleaseArchive.FileName}", _git.Run("show", $"{Tag}:{ReleaseRecord.Path}"), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task The_setup_action_of_the_tag_takes_the_archive_and_that_of_its_parent_builds()
    {
        await CommitAsync();
        await _lab.RunAsync("plan");
        Assert.Equal("archive", _lab.Outputs["way"]);

        _git.Switch("main");
        await _lab.RunAsync("plan");
        Assert.Equal("build", _lab.Outputs["way"]);
    }

    [UnixFact]
    public async Task What_does_not_fit_together_is_refused_and_tags_nothing()
    {
        await RefusedAsync("and release.json says", tag: "v9.9.9");

        var sums = await File.ReadAllTextAsync(_packed.File("SHA256SUMS"));
        await File.WriteAllTextAsync(_packed.File("SHA256SUMS"), sums.Replace(sums[..4], "0000", StringComparison.Ordinal));
        await RefusedAsync("is not among what is released");
        await File.WriteAllTextAsync(_packed.File("SHA256SUMS"), sums);

        await File.WriteAllTextAsync(_packed.File("commit/more"), "");
        await RefusedAsync("and not 'actions/setup/release.json more templates");
        File.Delete(_packed.File("commit/more"));

        _git.Commit("another");
        await RefusedAsync("and HEAD is another");
        Assert.Empty(_git.Run("tag", "--list"));
    }

    [UnixFact]
    public async Task A_version_is_tagged_once()
    {
        await CommitAsync();
        _git.Switch("main");
        await RefusedAsync($"There is a tag '{Tag}' already.");
    }

    private async Task RefusedAsync(string words, string? tag = null)
    {
        var run = await CommitAsync(tag);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    private Task<ProcessRun> CommitAsync(string? tag = null) => ProcessRun.StartAsync(
        "bash", [Path.Combine(_lab.Checkout, ".github", "release-commit.sh"), tag ?? Tag, _packed.File("commit"), _packed.File("SHA256SUMS")], new() { WorkingDirectory = _lab.Checkout });
}
