using System.Text.RegularExpressions;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Register;

namespace ModelOps.Integration.Tests.Crash;

public sealed class ValidateKillTests
{
    private static readonly string[] Validate = ["Environment=dev"];
    private static readonly string[] PendingSteps = ["pending written", "models fetched", "predictions read", "gates judged", "decision written"];
    private static readonly string[] FailingSteps = ["run created", .. PendingSteps, "verdict written", "metrics logged", "removal announced", "alias taken", "entry completed"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Validate_killed_in_between_is_taken_over_when_it_is_run_again(bool onServer)
    {
        var steps = await RunAsync(onServer, -1, "");
        Assert.Equal(["run created", .. PendingSteps, "verdict written", "metrics logged", "move announced", "alias moved", "entry completed"], steps);
        foreach (var step in Enumerable.Range(0, steps.Count).Where(step => KillScenario.IsKilledAt(steps[step])))
        {
            await RunAsync(onServer, step, steps[step]);
        }
    }

    [Fact]
    public async Task Killed_while_it_takes_the_alias_from_a_version_that_fails_it_is_finished_when_it_is_run_again()
    {
        foreach (var step in (string[])["", "verdict written", "metrics logged", "removal announced", "alias taken"])
        {
            await using var lab = await CrashLab.CreateAsync(onServer: false);
            await ConfigureAsync(lab);
            Assert.Equal(0, (await lab.RunAsync(-1, "validate", Validate)).ExitCode);
            var file = Path.Combine(lab.Release.Path, "modelops.yml");
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("gates:\n", "gates:\n      metadata: {tags: {owner: required}}\n", StringComparison.Ordinal));
            var run = await lab.RunAsync(step.Length == 0 ? -1 : Array.IndexOf(FailingSteps, step), "validate", Validate);
            if (step.Length > 0)
            {
                Assert.Equal(step, run.Steps[^1]);
                run = await lab.RunAsync(-1, "validate", Validate);
            }

            Assert.Equal(3, run.ExitCode);
            Assert.Equal("FAILED", await StatusAsync(lab));
            await using var catalog = await lab.OpenAsync("dev");
            Assert.Empty((await catalog.Registry.FindModelAsync(ModelName.Parse("dev.health.diabetes"), CancellationToken.None))!.Aliases);
            var history = await lab.Release.DoAsync<HistoryResult>("history", ("Environment", "dev"));
            var last = history.Entries.First(entry => entry is { Action: "validate", Status: not "killed" });
            Assert.Equal(("finished", "challenger taken away: not passed", ""), (last.Status, last.Reason, last.Alias));
        }
    }

    private static async Task<IReadOnlyList<string>> RunAsync(bool onServer, int dieAt, string name)
    {
        await using var lab = await CrashLab.CreateAsync(onServer);
        await ConfigureAsync(lab);
        var run = await lab.RunAsync(dieAt, "validate", Validate);
        if (dieAt >= 0)
        {
            Assert.True(run.ExitCode != 0 && run.Steps.Count == dieAt + 1, $"{name}: not killed there; {run.Error}");
            var left = await StatusAsync(lab);
            Assert.Equal(PendingSteps.Contains(name) ? "PENDING" : name == "run created" ? null : "PASSED", left);
            run = await lab.RunAsync(-1, "validate", Validate);
            Assert.Equal(left == "PENDING", run.Error.Contains("MOP7006", StringComparison.Ordinal));
        }

        Assert.True(run.ExitCode == 0, $"{name}: {run.Error}");
        Assert.Empty(lab.Violations);
        Assert.Equal("PASSED", await StatusAsync(lab));
        await using var catalog = await lab.OpenAsync("dev");
        var model = await catalog.Registry.FindModelAsync(ModelName.Parse("dev.health.diabetes"), CancellationToken.None);
        Assert.Equal(1, model!.Aliases["challenger"]);

        var history = await lab.Release.DoAsync<HistoryResult>("history", ("Environment", "dev"));
        var entries = history.Entries.Where(entry => entry is { Action: "validate", Status: not "killed" }).ToList();
        Assert.True(entries.TrueForAll(entry => entry is { Status: "finished", To: 1 }), $"{name}: {string.Join("; ", entries)}");
        Assert.Single(entries);
        return run.Steps;
    }

    private static async Task ConfigureAsync(CrashLab lab)
    {
        var file = Path.Combine(lab.Release.Path, "modelops.yml");
        const string Model = """
            models:
              - name: diabetes
                path: models/diabetes
                gates:
                  package: {enabled: false}
                  signature: {enabled: false}
                  champion: {enabled: false}

            environments:
            """;
        await File.WriteAllTextAsync(file, Regex.Replace(await File.ReadAllTextAsync(file), "(?s)models:\n.*?\nenvironments:", Model));
        lab.Release.Git.Commit("gates");
        await lab.Release.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
    }

    private static async Task<string?> StatusAsync(CrashLab lab)
    {
        await using var catalog = await lab.OpenAsync("dev");
        var version = await catalog.Registry.FindVersionAsync(ModelName.Parse("dev.health.diabetes"), 1, CancellationToken.None);
        return version!.Tags.GetValueOrDefault(VersionTags.ValidationStatus);
    }
}
