using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Hosting;

namespace ModelOps.Bench;

/// <summary>What a build asks of git, by the library that the toolkit brings or by the git program.</summary>
internal static class GitReading
{
    public static async Task RunAsync(string way, string directory)
    {
        var head = await new GitRepository(directory, new Only(way)).ReadHeadAsync(CancellationToken.None);
        Console.WriteLine(head.Commit.Value);
    }

    // Without PATH there is no program; with a namespace the library leaves the question to it.
    private sealed class Only(string way) : IEnvironment
    {
        public IReadOnlyCollection<string> Names => [];

        public string? Get(string name) => (way, name) switch
        {
            ("program", "PATH") => Environment.GetEnvironmentVariable("PATH"),
            ("program", "GIT_NAMESPACE") => "any",
            _ => null,
        };
    }
}
