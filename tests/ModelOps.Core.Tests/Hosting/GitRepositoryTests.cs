using System.Runtime.Versioning;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>The repository that is asked may be somebody else's.</summary>
public sealed class GitRepositoryTests : IDisposable
{
    private readonly GitLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commit_that_is_not_there_is_not_fetched_by_a_command_of_the_repository(bool byProgram)
    {
        var canary = _lab.At("canary");
        foreach (var (key, value) in new[]
        {
            ("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.promisor", "true"),
            ("protocol.ext.allow", "always"), ("remote.origin.url", $"ext::touch {canary}"),
        })
        {
            _lab.Origin.Run("config", key, value);
        }

        var answer = await GitLab.AskAsync(_lab.At("origin"), GitLab.Nobody, _lab.Head, Environment(byProgram));

        Assert.Equal(GitFault.Partial, answer.Refusal?.Fault);
        Assert.False(File.Exists(canary));
    }

    [UnsupportedOSPlatform("windows")]
    [UnixTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_program_that_the_repository_names_is_run(bool byProgram)
    {
        var canary = _lab.At("canary");
        var script = _lab.At("script");
        File.WriteAllText(script, $"#!/bin/sh\ntouch '{canary}'\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _lab.Origin.Run("config", "core.fsmonitor", script);
        _lab.Origin.Run("config", "core.hooksPath", _lab.At("."));
        _lab.Origin.Run("config", "core.pager", script);

        var head = await new GitRepository(_lab.At("origin"), Environment(byProgram)).ReadHeadAsync(CancellationToken.None);
        var answer = await GitLab.AskAsync(_lab.At("origin"), _lab.Old, _lab.Head, Environment(byProgram));

        Assert.Equal((_lab.Head, true), (head.Commit.Value, answer.Value));
        Assert.False(File.Exists(canary));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Files_of_a_checkout_that_look_like_a_bare_repository_are_none(bool byProgram)
    {
        var models = _lab.BareInCheckout();
        File.AppendAllText(Path.Combine(models, "config"), "[remote \"origin\"]\n\turl = https://example.org/forged\n");

        var head = await new GitRepository(models, Environment(byProgram)).ReadHeadAsync(CancellationToken.None);

        Assert.Equal(GitFault.NotARepository, head.Remote.Refusal?.Fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_replacement_of_a_commit_changes_no_history(bool byProgram)
    {
        _lab.Origin.Run("-c", "user.name=test", "-c", "user.email=test@localhost", "replace", "--graft", _lab.Head);

        Assert.True((await GitLab.AskAsync(_lab.At("origin"), _lab.Old, _lab.Head, Environment(byProgram))).Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_checked_out_is_told_without_credentials(bool byProgram)
    {
        _lab.Origin.Run("remote", "add", "origin", "https://user:secret@example.org/models.git");
        _lab.Origin.Switch("feature/a", create: true);

        var head = await new GitRepository(_lab.At("origin"), Environment(byProgram)).ReadHeadAsync(CancellationToken.None);

        Assert.Equal((_lab.Head, "feature/a"), (head.Commit.Value, head.Branch.Value));
        Assert.DoesNotContain("secret", head.Remote.Value, StringComparison.Ordinal);
        Assert.EndsWith("example.org/models.git", head.Remote.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Worktrees_and_submodules_tell_their_own(bool byProgram)
    {
        var worktree = await new GitRepository(_lab.Worktree(), Environment(byProgram)).ReadHeadAsync(CancellationToken.None);
        var submodule = await new GitRepository(_lab.Submodule(), Environment(byProgram)).ReadHeadAsync(CancellationToken.None);

        Assert.Equal((_lab.Head, GitFault.NoBranch), (worktree.Commit.Value, worktree.Branch.Refusal?.Fault));
        Assert.Equal((_lab.Head, "main"), (submodule.Commit.Value, submodule.Branch.Value));
        Assert.EndsWith("/origin", submodule.Remote.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_not_checked_out_has_its_reason(bool byProgram)
    {
        _lab.Make("new");
        _lab.Origin.Run("switch", "--quiet", "--detach");

        var empty = await new GitRepository(_lab.At("new"), Environment(byProgram)).ReadHeadAsync(CancellationToken.None);
        var detached = await new GitRepository(_lab.At("origin"), Environment(byProgram)).ReadHeadAsync(CancellationToken.None);

        Assert.Equal((GitFault.NoCommit, "main"), (empty.Commit.Refusal?.Fault, empty.Branch.Value));
        Assert.Equal((GitFault.NoBranch, GitFault.NoRemote), (detached.Branch.Refusal?.Fault, detached.Remote.Refusal?.Fault));
    }

    private static TestEnvironment Environment(bool byProgram) => byProgram ? GitLab.ProgramOnly : GitLab.LibraryOnly;
}
