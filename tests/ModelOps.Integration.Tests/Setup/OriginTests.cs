using ModelOps.Surfaces;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>The archive belongs to one commit of one repository; an action from elsewhere is built from its own checkout.</summary>
public sealed class OriginTests : IDisposable
{
    private readonly SetupLab _lab = new();
    private readonly TempDirectory _runner = new();

    public void Dispose()
    {
        _runner.Dispose();
        _lab.Dispose();
    }

    [UnixTheory]
    [InlineData("organisation/toolkit", "archive")]
    [InlineData("Organisation/Toolkit", "archive")]
    [InlineData("somebody/toolkit", "build")]
    public async Task A_fetched_action_is_of_the_repository_that_its_directory_names(string repository, string way)
    {
        var fetched = _runner.File($"_work/_actions/{repository}/{new string('c', 40)}");
        TestFiles.CopyDirectory(_lab.Checkout, fetched);
        _lab.Checkout = fetched;

        var run = await _lab.RunAsync("plan");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(way, _lab.Outputs["way"]);
        if (way == "build")
        {
            Assert.EndsWith("it comes from somebody/toolkit, and the release is of organisation/toolkit.\n", run.Output, StringComparison.Ordinal);
            Assert.EndsWith(new string('c', 40), _lab.Outputs["key"], StringComparison.Ordinal);
        }
    }

    [UnixTheory]
    [InlineData("https://github.com/organisation/toolkit", "archive")]
    [InlineData("https://github.com/organisation/toolkit.git", "archive")]
    [InlineData("git@github.com:organisation/toolkit.git", "archive")]
    [InlineData("https://github.com/somebody/toolkit", "build")]
    public async Task A_checkout_is_of_the_repository_that_it_was_cloned_from(string origin, string way)
    {
        CommitRelease(origin);
        var run = await _lab.RunAsync("plan");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(way, _lab.Outputs["way"]);
    }

    [UnixFact]
    public async Task A_checkout_with_anything_on_top_of_the_release_is_built()
    {
        var git = CommitRelease("https://github.com/organisation/toolkit");
        File.WriteAllText(Path.Combine(_lab.Checkout, "changed"), "");
        var head = git.Commit("something of one's own");

        var run = await _lab.RunAsync("plan");

        Assert.EndsWith($"its commit is not that of the release {ToolkitVersion.Full}.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(("build", head), (_lab.Outputs["way"], _lab.Outputs["commit"]));
    }

    [UnixFact]
    public async Task A_checkout_without_depth_still_says_what_it_was_built_from()
    {
        CommitRelease("https://github.com/organisation/toolkit");
        var clone = _runner.File("clone");
        new GitScratch(_runner.Path).Run("clone", "--quiet", "--depth", "1", $"file://{_lab.Checkout}", clone);
        _lab.Checkout = clone;
        new GitScratch(clone).Run("remote", "set-url", "origin", "https://github.com/organisation/toolkit");

        await _lab.RunAsync("plan");

        Assert.Equal("archive", _lab.Outputs["way"]);
    }

    [UnixFact]
    public async Task An_action_of_no_release_is_built_and_a_branch_has_no_name_in_the_cache()
    {
        File.Delete(Path.Combine(_lab.Checkout, "actions", "setup", "release.json"));
        _lab.Variables["ACTION_REPOSITORY"] = SetupLab.Repository;
        _lab.Variables["ACTION_REF"] = "main";

        var run = await _lab.RunAsync("plan");

        Assert.EndsWith(": it is of no release.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(("build", ""), (_lab.Outputs["way"], _lab.Outputs["commit"]));
    }

    // The commit of a release on top of the one that its archive was built from.
    private GitScratch CommitRelease(string origin)
    {
        File.Delete(Path.Combine(_lab.Checkout, "actions", "setup", "release.json"));
        var git = new GitScratch(_lab.Checkout);
        git.Run("remote", "add", "origin", origin);
        var built = git.Commit("what is released");
        _lab.Serve(SampleArchive.Write(), commit: built);
        git.Commit("its archive");
        return git;
    }
}
