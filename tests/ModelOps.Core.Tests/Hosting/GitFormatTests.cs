using ModelOps.Abstractions.IO;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>What libgit2 may not read, or does not, is asked of the git program; without one, the reason names what is missing.</summary>
public sealed class GitFormatTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private static TestEnvironment Both => new() { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_SHA_256_repository_is_read_by_the_git_program()
    {
        new GitScratch(_directory.Path).Run("init", "--quiet", "--object-format=sha256", "--initial-branch=main", "wide");
        var git = new GitScratch(_directory.File("wide"));
        var (old, head) = (git.Commit("one"), git.Commit("two"));

        Assert.True((await GitLab.AskAsync(_directory.File("wide"), old, head, Both)).Value);
        Assert.Equal(head, (await new GitRepository(_directory.File("wide"), Both).ReadHeadAsync(CancellationToken.None)).Commit.Value);
        var without = await GitLab.AskAsync(_directory.File("wide"), old, head, GitLab.LibraryOnly);
        Assert.Equal(GitFault.ProgramNeeded, without.Refusal?.Fault);
        Assert.Contains("sha256", without.Refusal?.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_with_a_reftable_is_read_by_a_git_program_that_knows_it_and_else_refused_in_its_words()
    {
        var git = new GitScratch(_directory.Path);
        var (old, head) = (git.Commit("one"), git.Commit("two"));
        var isKnown = TryMigrate(git);

        var answer = await GitLab.AskAsync(_directory.Path, old, head, Both);

        Assert.Equal(isKnown ? null : GitFault.Failed, answer.Refusal?.Fault);
        Assert.True(isKnown || answer.Refusal!.Words.Contains("refstorage", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(GitFault.ProgramNeeded, (await GitLab.AskAsync(_directory.Path, old, head, GitLab.LibraryOnly)).Refusal?.Fault);
    }

    [Theory]
    [InlineData("GIT_DIR")]
    [InlineData("GIT_OBJECT_DIRECTORY")]
    [InlineData("GIT_CEILING_DIRECTORIES")]
    public async Task A_variable_that_makes_git_look_elsewhere_is_for_the_git_program(string variable)
    {
        var git = new GitScratch(_directory.Path);
        var head = git.Commit("one");

        var answer = await GitLab.AskAsync(_directory.Path, head, head, new() { [variable] = _directory.Path });

        Assert.Equal(GitFault.ProgramNeeded, answer.Refusal?.Fault);
        Assert.Contains(variable, answer.Refusal?.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/srv/a b", "'/srv/a b'`")]
    [InlineData("/srv/a'; touch b", @"'/srv/a'\''; touch b'`")]
    [InlineData("/srv/plain-1.0", " /srv/plain-1.0`")]
    public void The_command_that_allows_a_checkout_can_be_pasted_into_a_shell(string top, string expected) =>
        Assert.Contains(expected, GitRefusal.Ownership(top).Words, StringComparison.Ordinal);

    [Fact]
    public void The_library_is_looked_for_where_packages_lay_it_and_beside_a_native_program()
    {
        var files = BundledLibrary.Candidates(_directory.Path, "git2-abc").ToList();

        Assert.StartsWith(Path.Combine(_directory.Path, "runtimes"), files[0], StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine(_directory.Path, "..", "lib", "modelops"), files[^2], StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine(_directory.Path, "..", "libexec", "modelops"), files[^1], StringComparison.Ordinal);
    }

    // A git before 2.45 knows the extension only as one that it does not know.
    private static bool TryMigrate(GitScratch git)
    {
        try
        {
            git.Run("refs", "migrate", "--ref-format=reftable");
            return true;
        }
        catch (InvalidOperationException)
        {
            git.Run("config", "core.repositoryformatversion", "1");
            git.Run("config", "extensions.refstorage", "reftable");
            return false;
        }
    }
}
