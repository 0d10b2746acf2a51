using ModelOps.Integration.Tests.Azure.Agents;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>The run in which the committed pipeline is proved is itself strict.</summary>
public sealed class PipelineRunTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly CommandStub _machine = new();

    [NodeTheory]
    [InlineData("task: Delete@1")]
    [InlineData("task: UseDotNet@2\n        inputs: { kind: sdk }")]
    [InlineData("checkout: other")]
    [InlineData("bash: exit 0\n        condition: and(fine(), true)")]
    [InlineData("bash: exit 0\n        when: succeeded()")]
    [InlineData("bash: 'echo \"##vso[task.setvariable variable=x;isoutput=true]1\"'")]
    [InlineData("bash: 'echo \"##vso[task.made.up]\"'")]
    public async Task A_step_that_the_service_or_the_agent_does_not_know_is_an_error(string step)
    {
        var run = Pipeline($"      - {step}\n");
        await Assert.ThrowsAsync<InvalidDataException>(() => run.PushAsync("pipeline.yml", "main", "0"));
    }

    [NodeFact]
    public async Task Outputs_conditions_and_failures_decide_what_runs_next()
    {
        var run = Pipeline("""
                  - bash: echo "##vso[task.setvariable variable=x;isoutput=true]1"
                    name: one
                  - bash: test "$A" = 1 && test "$B" = '$(one.y)'
                    env: { A: $(one.x), B: $(one.y) }
                    displayName: macros
                  - bash: exit 3
                    condition: eq(variables['one.x'], '2')
                    displayName: not so
                  - download: current
                    artifact: none
                    displayName: allowed
                    continueOnError: true
                  - bash: exit 3
                    displayName: fails
                  - bash: exit 0
                    displayName: left out
                  - bash: exit 0
                    condition: eq(variables['one.x'], '1')
                    displayName: asks for no status
              - stage: Next
                jobs:
                - job: Next
                  steps:
                  - bash: exit 0

            """);
        var steps = await run.PushAsync("pipeline.yml", "main", "0");
        Assert.Equal(
            [
                ("one", StepOutcome.Succeeded), ("macros", StepOutcome.Succeeded), ("not so", StepOutcome.Skipped), ("allowed", StepOutcome.Failed), ("fails", StepOutcome.Failed),
                ("left out", StepOutcome.Skipped), ("asks for no status", StepOutcome.Succeeded),
            ],
            steps.Select(step => (step.Name, step.Outcome)));
    }

    public void Dispose()
    {
        _machine.Dispose();
        _directory.Dispose();
    }

    private PipelineRun Pipeline(string steps)
    {
        File.WriteAllText(_directory.File("pipeline.yml"), $"""
            trigger:
              branches: {"{ include: [main] }"}
            stages:
              - stage: Only
                jobs:
                - job: Only
                  steps:

            """ + steps);
        return new(_machine, _directory.Path, new Dictionary<string, IReadOnlyDictionary<string, string>>());
    }
}
