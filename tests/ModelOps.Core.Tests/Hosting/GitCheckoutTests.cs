using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>Whether what is checked out is what a build host names, by libgit2 alone and by the git program alone.</summary>
public sealed class GitCheckoutTests(ProvenanceLab lab) : IClassFixture<ProvenanceLab>
{
    private static readonly TestEnvironment[] Readers = [GitLab.LibraryOnly, GitLab.ProgramOnly];

    [UnixFact]
    public async Task A_commit_a_merge_of_the_head_and_a_tag_of_it_agree_and_nothing_else_does()
    {
        var checkout = lab.Checkout(lab.Merge, isShallow: false, isDetached: true);
        new GitScratch(checkout).Run("-c", "user.name=test", "-c", "user.email=test@localhost", "tag", "--force", "--annotate", "--message", "v1", "v1", lab.Merge);
        var tag = new GitScratch(checkout).Run("rev-parse", "v1").Trim();

        foreach (var environment in Readers)
        {
            Assert.True(await AskAsync(checkout, environment, new(lab.Merge, null)));
            Assert.True(await AskAsync(checkout, environment, new(lab.OtherMerge, lab.Head)));
            Assert.True(await AskAsync(checkout, environment, new(tag, null)));
            Assert.False(await AskAsync(checkout, environment, new(lab.Head, null)));
            Assert.False(await AskAsync(checkout, environment, new(lab.Main, lab.Main)));
            Assert.False(await AskAsync(checkout, environment, new(lab.Other, lab.Other)));
            Assert.False(await AskAsync(checkout, environment, new("--help", "HEAD")));
        }
    }

    [UnixFact]
    public async Task A_submodule_is_found_at_its_path_alone()
    {
        using var git = new GitLab();
        var part = git.Submodule();
        var super = new GitScratch(Path.GetDirectoryName(part)!);
        super.Commit("with a part");
        foreach (var environment in Readers)
        {
            var repository = new GitRepository(git.At("super"), environment);
            Assert.True((await repository.HasSubmoduleAsync("part", git.Head, CancellationToken.None)).Value);
            Assert.False((await repository.HasSubmoduleAsync("part", git.Old, CancellationToken.None)).Value);
            Assert.False((await repository.HasSubmoduleAsync(".gitmodules", git.Head, CancellationToken.None)).Value);
            Assert.False((await repository.HasSubmoduleAsync("none", git.Head, CancellationToken.None)).Value);
        }
    }

    private static async Task<bool> AskAsync(string directory, TestEnvironment environment, ExpectedCommit expected)
    {
        var answer = await new GitRepository(directory, environment).ReadCheckoutAsync(expected, CancellationToken.None);
        Assert.Null(answer.Refusal);
        return answer.Value.Agrees;
    }
}
