using ModelOps.Integration.Tests.Node;

namespace ModelOps.Integration.Tests.Actions;

public class CleanWorkflowTests
{
    [NodeFact]
    public async Task Every_night_staging_is_cleaned_with_the_token_of_an_environment_of_its_own()
    {
        using var machine = new CommandStub();
        var run = await ActionRun.OfCleanAsync(machine);

        var job = run.GetProperty("jobs").GetProperty("clean");
        Assert.Equal("success", job.GetProperty("result").GetString());
        Assert.Equal("modelops-clean", job.GetProperty("environment").GetString());
        var call = Assert.Single(machine.Calls, call => call.CommandLine.StartsWith("modelops ", StringComparison.Ordinal));
        Assert.Equal("modelops clean", call.CommandLine);
        Assert.Equal("staging", call.Inputs["INPUT_ENVIRONMENT"]);
        Assert.Equal("the-token", call.Environment["MLFLOW_TRACKING_TOKEN"]);
    }
}
