using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Testing;

/// <summary>A repository from its first push over a better model to a rollback, with pushes of nothing but documents between.</summary>
/// <param name="lab">The repository, with the configuration of <see cref="QuickSuite"/>.</param>
/// <param name="release">Runs a release for a push of a commit to a branch; it has to be green.</param>
internal sealed class ReleaseJourney(ReleaseLab lab, Func<string, string, Task> release)
{
    public async Task TravelAsync()
    {
        QuickSuite.WritePredictions(lab.Path, error: 20);
        await PushAsync("a model");
        await PushAsync("docs");
        Assert.Equal((1, 1), await ProductionAsync());
        QuickSuite.WritePredictions(lab.Path, error: 1);
        await PushAsync("a better model");
        Assert.Equal((2, 2), await ProductionAsync());

        Assert.Equal(ExitCode.Ok, (await lab.RunAsync("rollback", ("Environment", "prod"), ("Reason", "slow"))).ExitCode);
        await PushAsync("docs again");
        Assert.Equal((2, 1), await ProductionAsync());
    }

    // A commit goes to main, then to the release branch; both runs have to be green.
    private async Task PushAsync(string message)
    {
        File.WriteAllText(Path.Combine(lab.Path, "README.md"), message);
        var commit = lab.Git.Commit(message);
        await release("main", commit);
        await release("release/1", commit);
    }

    // How many versions production has, and which is champion.
    private async Task<(int Versions, int Champion)> ProductionAsync()
    {
        await using var prod = await lab.OpenAsync("prod");
        var name = ModelName.Parse("prod.health.diabetes");
        var versions = await prod.Registry.ListVersionsAsync(name, withTag: null, CancellationToken.None).CountAsync();
        return (versions, (await prod.Registry.FindModelAsync(name, CancellationToken.None))!.Aliases["champion"]);
    }
}
