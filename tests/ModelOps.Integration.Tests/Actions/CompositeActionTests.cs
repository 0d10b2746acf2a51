using System.Text.Json;
using ModelOps.Core.Verbs;
using ModelOps.Integration.Tests.Node;

namespace ModelOps.Integration.Tests.Actions;

public class CompositeActionTests
{
    public static TheoryData<string> Verbs => [.. VerbCatalog.OnAllFronts.Select(verb => verb.Name)];

    [NodeTheory]
    [MemberData(nameof(Verbs))]
    public async Task Every_input_reaches_the_verb_as_it_was_given(string name)
    {
        using var machine = new CommandStub();
        var verb = VerbCatalog.OnAllFronts.Single(candidate => candidate.Name == name);
        var inputs = verb.Inputs.ToDictionary(input => input.Name.Kebab, input => $"{input.Name.Camel} $(touch pwned); \"'`x` ${{{{ github.token }}}}\n::error::no\n");

        await ActionRun.OfActionAsync(machine, name, inputs);

        var call = Assert.Single(machine.Calls);
        Assert.Equal($"modelops {verb.CommandText}", call.CommandLine);
        Assert.All(verb.Inputs, input =>
            Assert.Equal(inputs[input.Name.Kebab], input.Name.EnvironmentNames.Select(variable => call.Environment.GetValueOrDefault(variable)).First(value => value is not null)));
        Assert.Equal(verb.Inputs.Count, call.Inputs.Count);
        Assert.DoesNotContain("pwned", Directory.GetFileSystemEntries(machine.Work).Select(Path.GetFileName));
    }

    [NodeFact]
    public async Task Inputs_that_are_not_given_stay_open_for_the_configuration()
    {
        using var machine = new CommandStub();
        await ActionRun.OfActionAsync(machine, "register", new Dictionary<string, string> { ["package"] = "churn.modelpkg" });
        Assert.Equal(["INPUT_PACKAGE"], Assert.Single(machine.Calls).Inputs.Keys);
    }

    [NodeFact]
    public async Task Outputs_of_the_verb_are_outputs_of_the_action()
    {
        using var machine = new CommandStub();
        var run = await ActionRun.OfActionAsync(machine, "register", new Dictionary<string, string>());
        Assert.Equal("7", run.GetProperty("outputs").GetProperty("version").GetString());
        Assert.Equal("models:/churn/7", run.GetProperty("outputs").GetProperty("uri").GetString());
    }

    [NodeFact]
    public async Task The_exit_code_of_the_verb_fails_the_action()
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_EXIT"] = "3";
        var run = await ActionRun.OfActionAsync(machine, "check", new Dictionary<string, string>());
        Assert.True(run.GetProperty("failed").GetBoolean());
        Assert.Equal(3, Step(run).GetProperty("exitCode").GetInt32());
    }

    [NodeFact]
    public async Task Without_the_command_the_action_says_what_to_do()
    {
        using var machine = new CommandStub(withModelOps: false);
        var run = await ActionRun.OfActionAsync(machine, "check", new Dictionary<string, string>());
        Assert.Equal(2, Step(run).GetProperty("exitCode").GetInt32());
        Assert.Contains("setup action", Step(run).GetProperty("stdout").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Step(JsonElement run) => Assert.Single(run.GetProperty("log").EnumerateArray());
}
