using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;

namespace ModelOps.Integration.Tests.Crash;

public sealed class RollbackKillTests
{
    private static readonly string[] Rollback = ["Environment=dev", "Alias=candidate", "Reason=bad"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rollback_killed_in_between_ends_on_the_version_before_when_it_is_run_again(bool onServer)
    {
        var steps = await RunAsync(onServer, -1);
        Assert.Equal(["run created", "quarantine written", "move announced", "alias moved"], steps);
        foreach (var step in Enumerable.Range(0, steps.Count).Where(step => KillScenario.IsKilledAt(steps[step])))
        {
            await RunAsync(onServer, step);
        }
    }

    private static async Task<IReadOnlyList<string>> RunAsync(bool onServer, int dieAt)
    {
        await using var lab = await CrashLab.CreateAsync(onServer);
        await lab.RegisterAsync("one");
        await lab.RegisterAsync("two");
        var run = await lab.RunAsync(dieAt, "rollback", Rollback);
        if (dieAt >= 0)
        {
            Assert.NotEqual(0, run.ExitCode);
            run = await lab.RunAsync(-1, "rollback", Rollback);
        }

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Empty(lab.Violations);
        await using var catalog = await lab.OpenAsync("dev");
        var model = await catalog.Registry.FindModelAsync(ModelName.Parse("dev.health.diabetes"), CancellationToken.None);
        Assert.Equal(1, model!.Aliases["candidate"]);
        var history = await lab.Release.DoAsync<HistoryResult>("history", ("Environment", "dev"));
        var last = Assert.Single(history.Entries, entry => entry is { Action: "rollback", Status: "finished" });
        Assert.Equal((2, 1, "bad"), (last.From, last.To, last.Reason));
        return run.Steps;
    }
}
