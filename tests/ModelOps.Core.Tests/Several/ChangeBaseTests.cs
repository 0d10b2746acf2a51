using ModelOps.Testing;

namespace ModelOps.Core.Tests.Several;

/// <summary>What is compared with, and that everything runs where that is not known.</summary>
public sealed class ChangeBaseTests : IDisposable
{
    private const string All = "iris broken diabetes";

    private readonly SeveralLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task The_first_commit_has_nothing_to_compare_with()
    {
        Assert.Equal(All, await _lab.ChangedAsync());
        Assert.Equal(["MOP0122"], _lab.Codes.Distinct());
    }

    [Fact]
    public async Task Without_a_repository_or_the_commit_all_models_run_and_the_reason_is_said()
    {
        Assert.Equal(All, await _lab.ChangedAsync(new string('1', 40)));
        Assert.Contains("is not in this clone", _lab.Host.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(All, await _lab.ChangedAsync("no-such-branch"));
        Assert.Contains("no commit or branch 'no-such-branch'", _lab.Host.Diagnostics[0].Message, StringComparison.Ordinal);
        Directory.Move(_lab.File(".git"), Path.Combine(_lab.Outside, "gone"));
        Assert.Equal(All, await _lab.ChangedAsync("HEAD"));
        Assert.Equal(["MOP0122"], _lab.Codes.Distinct());
    }

    [Fact]
    public async Task A_shallow_clone_runs_all_and_says_how_to_have_more()
    {
        _lab.Write("README.md", "docs");
        _lab.Git.Commit("docs");
        var clone = Path.Combine(_lab.Outside, "clone");
        _lab.Git.Run("clone", "--quiet", "--depth=1", $"file://{_lab.Root}", clone);

        Assert.Equal(All, await _lab.ChangedAsync(directory: clone));
        Assert.Contains("fetch-depth: 0", _lab.Host.Diagnostics[0].Descriptor.Fix, StringComparison.Ordinal);
        new GitScratch(clone).Run("fetch", "--quiet", "--unshallow");
        Assert.Equal("", await _lab.ChangedAsync(directory: clone));
    }

    [Fact]
    public async Task A_branch_is_compared_where_HEAD_left_it_so_that_what_others_did_there_does_not_count()
    {
        _lab.Git.Switch("feature", create: true);
        _lab.Write("models/iris/notes.txt", "mine");
        _lab.Git.Commit("mine");
        _lab.Git.Switch("main");
        _lab.Write("models/diabetes/notes.txt", "theirs");
        _lab.Git.Commit("theirs");
        _lab.Git.Switch("feature");

        Assert.Equal("iris", await _lab.ChangedAsync("main"));
        Assert.Equal("iris diabetes", await _lab.ChangedAsync(_lab.Git.Run("rev-parse", "main").Trim()));
    }

    [Fact]
    public async Task A_pull_request_is_compared_with_its_target_branch()
    {
        var (clone, git) = Clone();
        git.Switch("feature", create: true);
        File.WriteAllText(Path.Combine(clone, "models/iris/notes.txt"), "mine");
        git.Commit("mine");
        git.Commit("empty");
        git.Run("branch", "--quiet", "--delete", "--force", "main");

        SetGitHub("pull_request", ("GITHUB_BASE_REF", "main"), ("GITHUB_REF", "refs/pull/5/merge"));
        Assert.Equal("iris", await _lab.ChangedAsync(directory: clone));
        SetGitHub("pull_request", ("GITHUB_BASE_REF", "--output=/tmp/x"), ("GITHUB_REF", "refs/pull/5/merge"));
        Assert.Equal(All, await _lab.ChangedAsync(directory: clone));

        _lab.Environment.Clear();
        foreach (var (name, value) in new[]
        {
            ("TF_BUILD", "True"), ("BUILD_REASON", "PullRequest"), ("BUILD_SOURCEBRANCH", "refs/pull/5/merge"), ("SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main"),
        })
        {
            _lab.Environment[name] = value;
        }

        Assert.Equal("iris", await _lab.ChangedAsync(directory: clone));
    }

    [Fact]
    public async Task A_push_is_compared_with_the_commit_before_it_however_many_commits_it_has()
    {
        var before = _lab.Git.Head;
        _lab.Write("models/iris/notes.txt", "one");
        _lab.Git.Commit("one");
        _lab.Write("README.md", "two");
        _lab.Git.Commit("two");

        SetGitHub("push", ("GITHUB_EVENT_PATH", Event(before)));
        Assert.Equal("iris", await _lab.ChangedAsync());
        Assert.Equal("", await _lab.ChangedAsync("HEAD~1"));
        SetGitHub("push", ("GITHUB_EVENT_PATH", Event(new string('0', 40))));
        Assert.Equal(All, await _lab.ChangedAsync());
        Assert.Contains("first push of its branch", _lab.Host.Diagnostics[0].Message, StringComparison.Ordinal);
        SetGitHub("push", ("GITHUB_EVENT_PATH", Event(new string('a', 40))));
        Assert.Equal(All, await _lab.ChangedAsync());
        SetGitHub("push", ("GITHUB_EVENT_PATH", Event("--output=/tmp/x")));
        Assert.Equal("", await _lab.ChangedAsync());
    }

    private (string Path, GitScratch Git) Clone()
    {
        var clone = Path.Combine(_lab.Outside, "clone");
        _lab.Git.Run("clone", "--quiet", $"file://{_lab.Root}", clone);
        return (clone, new(clone));
    }

    private string Event(string before)
    {
        var file = Path.Combine(_lab.Outside, "event.json");
        File.WriteAllText(file, $$"""{"before": "{{before}}"}""");
        return file;
    }

    private void SetGitHub(string name, params (string Name, string Value)[] variables)
    {
        _lab.Environment.Clear();
        foreach (var (variable, value) in variables.Prepend(("GITHUB_EVENT_NAME", name)).Prepend(("GITHUB_ACTIONS", "true")))
        {
            _lab.Environment[variable] = value;
        }
    }
}
