using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.House;

public sealed class SourceLinkTests : IDisposable
{
    private const string Repository = "https://github.com/some/repository";

    private readonly HouseProject _project = new();

    public void Dispose() => _project.Dispose();

    // The remote of a clone is whoever's it is: a fork, a mirror.
    [Fact]
    public async Task Symbols_say_where_sources_are_only_to_who_says_where_the_repository_is()
    {
        var git = new GitScratch(_project.Directory);
        git.Run("remote", "add", "origin", Repository);
        var commit = git.Commit("A project");

        Assert.Empty(await BuildAsync());
        Assert.Equal([$"{{\"documents\":{{\"/_/*\":\"https://raw.githubusercontent.com/some/repository/{commit}/*\"}}}}"], await BuildAsync($"-p:RepositoryUrl={Repository}"));
    }

    private async Task<string[]> BuildAsync(params string[] options)
    {
        var built = await _project.DotNetAsync(["build", "--nologo", "-p:ContinuousIntegrationBuild=true", "-p:GenerateDocumentationFile=false", .. options]);
        Assert.True(built.ExitCode == 0, built.Output);
        return [.. Directory.EnumerateFiles(_project.File("obj"), "*.sourcelink.json", SearchOption.AllDirectories).Select(File.ReadAllText)];
    }
}
