using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>The repository that is asked may be somebody else's.</summary>
public sealed class GitRepositoryTests : IDisposable
{
    private const string Absent = "1111111111111111111111111111111111111111";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_commit_that_is_not_there_is_not_fetched_by_a_command_of_the_repository()
    {
        var git = new GitScratch(_directory.Path);
        git.Commit("one");
        var canary = _directory.File("canary");
        foreach (var (key, value) in new[]
        {
            ("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.promisor", "true"),
            ("protocol.ext.allow", "always"), ("remote.origin.url", $"ext::touch {canary}"),
        })
        {
            git.Run("config", key, value);
        }

        Assert.Null(await new GitRepository(_directory.Path).IsAncestorAsync(Absent, git.Head, CancellationToken.None));
        Assert.False(File.Exists(canary));
    }

    [Fact]
    public async Task Files_of_a_checkout_that_look_like_a_bare_repository_are_none()
    {
        new GitScratch(_directory.Path).Run("init", "--quiet", "--bare", "models");
        File.AppendAllText(_directory.File("models/config"), "[remote \"origin\"]\n\turl = https://example.org/forged\n");

        Assert.Null(await new GitRepository(_directory.File("models")).RemoteUrlAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_history_that_is_cut_off_does_not_prove_that_a_commit_is_no_ancestor()
    {
        var (old, middle, head) = CommitThree();
        Directory.CreateDirectory(_directory.File("clone"));
        var clone = new GitScratch(_directory.File("clone"));
        foreach (var commit in new[] { old, middle, head })
        {
            clone.Run("fetch", "--quiet", "--depth=1", $"file://{_directory.File("origin")}", commit);
        }

        Assert.Null(await new GitRepository(_directory.File("clone")).IsAncestorAsync(old, head, CancellationToken.None));
    }

    [Fact]
    public async Task A_whole_history_tells_older_from_newer()
    {
        var (old, _, head) = CommitThree();
        var repository = new GitRepository(_directory.File("origin"));

        Assert.True(await repository.IsAncestorAsync(old, head, CancellationToken.None));
        Assert.False(await repository.IsAncestorAsync(head, old, CancellationToken.None));
    }

    private (string Old, string Middle, string Head) CommitThree()
    {
        Directory.CreateDirectory(_directory.File("origin"));
        var origin = new GitScratch(_directory.File("origin"));
        origin.Run("config", "uploadpack.allowAnySHA1InWant", "true");
        return (origin.Commit("one"), origin.Commit("two"), origin.Commit("three"));
    }
}
