using System.Text.Json;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Actions;

/// <summary>Executes committed actions and workflows on a stubbed machine.</summary>
internal static class ActionRun
{
    public static Task<JsonElement> OfActionAsync(CommandStub machine, string action, IReadOnlyDictionary<string, string> inputs) =>
        RunAsync(new
        {
            action = Path.Combine(TestFiles.Root, "actions", action),
            with = inputs,
            workspace = machine.Work,
            temp = machine.Temp,
            github = new { },
            env = machine.Environment,
        });

    public static Task<JsonElement> OfReleaseAsync(CommandStub machine, object github, string model = "churn", bool test = true) =>
        OfWorkflowAsync(machine, "release.yml", github, new()
        {
            ["toolkit"] = "organisation/modelops-toolkit",
            ["toolkit-commit"] = new string('1', 40),
            ["model"] = model,
            ["path"] = $"models/{model}",
            ["test"] = test,
        });

    /// <summary>The workflow for all models of a repository, with the one it calls for each.</summary>
    public static Task<JsonElement> OfModelsAsync(CommandStub machine, object github) => OfWorkflowAsync(machine, "caller-models.yml", github, []);

    public static Task<JsonElement> OfCleanAsync(CommandStub machine) => OfWorkflowAsync(machine, "clean.yml", new { event_name = "schedule" }, []);

    /// <summary>The job of this repository's own workflow that uses our actions.</summary>
    public static Task<JsonElement> OfOwnActionsAsync(CommandStub machine) =>
        RunAsync(new
        {
            workflow = Path.Combine(TestFiles.Root, ".github", "workflows", "ci.yml"),
            job = "actions",
            inputs = new { },
            secrets = new { },
            toolkit = TestFiles.Root,
            workspace = machine.Work,
            temp = machine.Temp,
            github = new { event_name = "push", workspace = machine.Work },
            env = machine.Environment,
        });

    /// <summary>An action that a step names by repository and commit, in a workspace that has nothing of the toolkit.</summary>
    public static Task<JsonElement> OfFetchedActionsAsync(CommandStub machine, string workflow) =>
        RunAsync(new
        {
            workflow,
            inputs = new { },
            secrets = new { },
            toolkit = ReleasedToolkit.LayOut(machine),
            workspace = machine.Work,
            temp = machine.Temp,
            github = new { event_name = "push" },
            env = machine.Environment,
        });

    private static Task<JsonElement> OfWorkflowAsync(CommandStub machine, string file, object github, Dictionary<string, object> inputs) =>
        RunAsync(new
        {
            workflow = Path.Combine(TestFiles.Root, "templates", "github", file),
            inputs,
            secrets = new { MLFLOW_TRACKING_TOKEN = "the-token" },
            toolkit = ReleasedToolkit.LayOut(machine),
            workspace = machine.Work,
            temp = machine.Temp,
            github,
            env = machine.Environment,
        });

    private static async Task<JsonElement> RunAsync(object request)
    {
        var run = await NodeTools.ScriptAsync("run.mjs", JsonSerializer.Serialize(request));
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
