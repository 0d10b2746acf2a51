using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Register;

namespace ModelOps.Integration.Tests.Crash;

/// <summary>
/// A verb is killed at each step where it counts, run again until it ends well, and run once more: there is one version of the content, it is ready, the alias is on
/// it, the ledger has one entry for the action, and the last run changed nothing.
/// </summary>
internal static class KillScenario
{
    private static readonly string[] Register = ["Package=diabetes.modelpkg", "Environment=dev", "Alias=candidate"];
    private static readonly string[] Deadly = ["run created", "version added", "copy verified", "quarantine written", "verdict written", "move announced", "alias moved"];
    private static readonly string[] Promote = ["To=staging", "Alias=candidate"];

    public static Task RegisterAsync(bool onServer) => RunAsync(onServer, _ => Task.CompletedTask, "register", Register, "dev", "version added");

    public static Task PromoteAsync(bool onServer) => RunAsync(
        onServer,
        lab => lab.Release.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "candidate")),
        "promote", Promote, "staging", "copy verified");

    private static async Task RunAsync(bool onServer, Func<CrashLab, Task> prepare, string verb, string[] arguments, string environment, string wellKnown)
    {
        var steps = await StepsAsync(onServer, prepare, verb, arguments);
        Assert.Contains(wellKnown, steps);
        Assert.Contains("alias moved", steps);
        foreach (var step in Enumerable.Range(0, steps.Count).Where(step => IsKilledAt(steps[step])))
        {
            await using var lab = await CrashLab.CreateAsync(onServer);
            await prepare(lab);
            await KillAndResumeAsync(lab, step, steps[step], verb, arguments);
            await AssertConvergedAsync(lab, environment, $"{verb} killed at step {step} ({steps[step]})");
        }
    }

    /// <summary>Whether a process is killed at a step: where it counts. Every call as a place to die is for ModelOps.Faults.Tests, which needs no process for it.</summary>
    public static bool IsKilledAt(string step) => Deadly.Contains(step);

    private static async Task<IReadOnlyList<string>> StepsAsync(bool onServer, Func<CrashLab, Task> prepare, string verb, string[] arguments)
    {
        await using var lab = await CrashLab.CreateAsync(onServer);
        await prepare(lab);
        var clean = await lab.RunAsync(-1, verb, arguments);
        Assert.True(clean.ExitCode == 0, clean.Error);
        return clean.Steps;
    }

    private static async Task KillAndResumeAsync(CrashLab lab, int step, string name, string verb, string[] arguments)
    {
        var killed = await lab.RunAsync(step, verb, arguments);
        Assert.True(killed.ExitCode != 0 && killed.Steps.Count == step + 1, $"step {step} ({name}): not killed there; {killed.Error}");
        var resumed = await lab.RunAsync(-1, verb, arguments);
        Assert.True(resumed.ExitCode == 0, $"step {step} ({name}): {resumed.Error}");
        await lab.AssertNothingLeftAsync(verb, arguments);
    }

    private static async Task AssertConvergedAsync(CrashLab lab, string environment, string what)
    {
        Assert.Empty(lab.Violations);
        var name = ModelName.Parse($"{environment}.health.diabetes");
        await using var catalog = await lab.OpenAsync(environment);
        var versions = await catalog.Registry.ListVersionsAsync(name, null, CancellationToken.None).ToListAsync();
        Assert.True(versions is [{ Status: VersionStatus.Ready }], $"{what}: {versions.Count} versions");
        var model = await catalog.Registry.FindModelAsync(name, CancellationToken.None);
        Assert.True(model!.Aliases.TryGetValue("candidate", out var aliased) && aliased == 1, $"{what}: the alias is not on version 1");

        var history = await lab.Release.DoAsync<HistoryResult>("history", ("Environment", environment));
        Assert.True(history.Entries.Where(entry => entry.Status != "killed").ToList() is [{ Status: "finished", To: 1, From: null, Alias: "candidate" }], $"{what}: {string.Join("; ", history.Entries)}");
    }
}
