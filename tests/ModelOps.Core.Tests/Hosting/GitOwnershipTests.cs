using LibGit2Sharp;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>A container job runs as root over the checkout of another user.</summary>
public sealed class GitOwnershipTests : IDisposable
{
    private readonly GitLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [RootFact]
    public async Task The_checkout_of_another_user_is_refused_and_the_words_have_the_command_that_allows_it()
    {
        Ownership.GiveAway(_lab.At("origin"));

        foreach (var environment in (TestEnvironment[])[GitLab.LibraryOnly, GitLab.ProgramOnly])
        {
            var answer = await GitLab.AskAsync(_lab.At("origin"), _lab.Old, _lab.Head, environment);
            var head = await new GitRepository(_lab.At("origin"), environment).ReadHeadAsync(CancellationToken.None);

            Assert.Equal((GitFault.Ownership, GitFault.Ownership), (answer.Refusal?.Fault, head.Commit.Refusal?.Fault));
            Assert.Contains($"git config --global --add safe.directory {_lab.At("origin")}`", answer.Refusal?.Words, StringComparison.Ordinal);
        }
    }

    [RootTheory]
    [InlineData("Global", ".gitconfig")]
    [InlineData("System", "gitconfig")]
    public async Task Only_the_users_own_configuration_or_the_systems_allows_it(string name, string file)
    {
        var level = Enum.Parse<ConfigurationLevel>(name);
        Ownership.GiveAway(_lab.At("origin"));
        var setting = $"[safe]\n\tdirectory = {_lab.At("origin")}\n";
        File.AppendAllText(_lab.At("origin/.git/config"), setting);
        Assert.Equal(GitFault.Ownership, (await AskAsync()).Refusal?.Fault);

        Directory.CreateDirectory(_lab.At("home"));
        File.WriteAllText(_lab.At($"home/{file}"), setting);
        var before = GlobalSettings.GetConfigSearchPaths(level).ToArray();
        try
        {
            GlobalSettings.SetConfigSearchPaths(level, _lab.At("home"));
            Assert.True((await AskAsync()).Value);
        }
        finally
        {
            GlobalSettings.SetConfigSearchPaths(level, before);
        }
    }

    private Task<GitAnswer<bool>> AskAsync() => GitLab.AskAsync(_lab.At("origin"), _lab.Old, _lab.Head, GitLab.LibraryOnly);
}
