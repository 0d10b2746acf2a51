using System.Text.Json;
using ModelOps.Integration.Tests.Node;

namespace ModelOps.Integration.Tests.Actions;

/// <summary>The committed workflow that releases every model of modelops.yml, executed.</summary>
public class ModelsWorkflowTests
{
    [NodeFact]
    public async Task Every_model_that_changed_is_released_by_its_name_alone()
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_MODELS"] = """["churn", "fraud scorer"]""";
        var run = await ActionRun.OfModelsAsync(machine, Push("refs/heads/main"));

        Assert.Equal(["churn success", "fraud scorer success"], Runs(run));
        Assert.Equal(("true", "false"), (Calls(machine)[0].Inputs["INPUT_CHANGED"], Calls(machine)[0].Inputs["INPUT_ALL"]));
        Assert.Equal(["churn", "fraud scorer"], Calls(machine).Where(call => call.CommandLine == "modelops register").Select(call => call.Inputs["INPUT_MODEL"]));
        Assert.All(Calls(machine)[1..].Where(call => call.CommandLine is "modelops check" or "modelops package"), call =>
            Assert.Equal((null, true), (call.Inputs.GetValueOrDefault("INPUT_PATH"), call.Inputs["INPUT_MODEL"].Length > 0)));
        Assert.All(Calls(machine).Where(call => call.CommandLine == "modelops register"), call => Assert.Equal("the-token", call.Environment["MLFLOW_TRACKING_TOKEN"]));
    }

    [NodeFact]
    public async Task A_push_that_changes_no_model_releases_none_and_is_green()
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_MODELS"] = "[]";
        var run = await ActionRun.OfModelsAsync(machine, Push("refs/heads/main"));

        Assert.False(run.GetProperty("failed").GetBoolean());
        Assert.Equal("skipped", run.GetProperty("jobs").GetProperty("release").GetProperty("result").GetString());
        Assert.Equal("modelops check", Assert.Single(Calls(machine)).CommandLine);
    }

    [NodeFact]
    public async Task A_release_branch_takes_all_models()
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_MODELS"] = """["churn"]""";
        await ActionRun.OfModelsAsync(machine, Push("refs/heads/release/2026.11"));

        Assert.Equal(("false", "true"), (Calls(machine)[0].Inputs["INPUT_CHANGED"], Calls(machine)[0].Inputs["INPUT_ALL"]));
    }

    [NodeFact]
    public async Task A_model_that_fails_the_check_keeps_no_other_from_running()
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_MODELS"] = """["churn", "iris"]""";
        machine.Environment["STUB_FAILING"] = "check";
        machine.Environment["STUB_FAILING_MODEL"] = "churn";
        machine.Environment["STUB_EXIT"] = "3";
        var run = await ActionRun.OfModelsAsync(machine, Push("refs/heads/main"));

        Assert.True(run.GetProperty("failed").GetBoolean());
        Assert.Equal(["churn failure", "iris success"], Runs(run));
    }

    private static IEnumerable<string> Runs(JsonElement run) => run.GetProperty("jobs").GetProperty("release").GetProperty("runs").EnumerateArray()
        .Select(model => $"{model.GetProperty("name").GetString()} {(model.GetProperty("failed").GetBoolean() ? "failure" : "success")}");

    private static StubCall[] Calls(CommandStub machine) => [.. machine.Calls.Where(call => call.CommandLine.StartsWith("modelops ", StringComparison.Ordinal))];

    private static object Push(string reference) => new { event_name = "push", @ref = reference, repository = "organisation/models" };
}
