using System.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Verbs;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Azure;

public class TaskLauncherTests
{
    public static TheoryData<string> Verbs => [.. VerbCatalog.OnAllFronts.Select(verb => verb.Name)];

    [NodeTheory]
    [MemberData(nameof(Verbs))]
    public async Task Every_input_reaches_the_verb_as_it_was_given(string name)
    {
        using var machine = new CommandStub();
        var verb = VerbCatalog.OnAllFronts.Single(candidate => candidate.Name == name);
        foreach (var input in verb.Inputs)
        {
            machine.Environment[AgentName(input)] = $"{input.Name.Camel} $(touch pwned); \"'`x`\n##vso[task.complete]no\n";
        }

        var run = await LaunchAsync(machine, name);

        Assert.True(run.ExitCode == 0, run.Error);
        var call = Assert.Single(machine.Calls);
        Assert.Equal($"modelops {verb.CommandText}", call.CommandLine);
        Assert.All(verb.Inputs, input => Assert.Equal(
            machine.Environment[AgentName(input)],
            input.Name.EnvironmentNames.Select(variable => call.Environment.GetValueOrDefault(variable)).First(value => value is not null)));
        Assert.DoesNotContain("pwned", Directory.GetFileSystemEntries(machine.Work).Select(Path.GetFileName));
    }

    [NodeTheory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task The_exit_code_of_the_verb_is_that_of_the_task(int exitCode)
    {
        using var machine = new CommandStub();
        machine.Environment["STUB_EXIT"] = $"{exitCode}";
        Assert.Equal(exitCode, (await LaunchAsync(machine, "check")).ExitCode);
    }

    [NodeFact]
    public async Task Without_the_command_the_task_says_what_to_do()
    {
        using var machine = new CommandStub(withModelOps: false);
        var run = await LaunchAsync(machine, "check");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("##vso[task.logissue type=error]The modelops command is not on PATH.", run.Output, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Cancelling_the_task_cancels_the_verb()
    {
        using var machine = new CommandStub();
        var started = Path.Combine(machine.Temp, "started");
        machine.Environment["STUB_WAIT"] = started;
        var start = ProcessRun.Describe("node", [Launcher("check")], new() { WorkingDirectory = machine.Work, Environment = machine.Environment });
        using var process = Process.Start(start)!;
        while (!File.Exists(started))
        {
            await Task.Delay(20);
        }

        using var kill = Process.Start(new ProcessStartInfo("kill") { ArgumentList = { "-TERM", $"{process.Id}" } })!;
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
    }

    private static Task<ProcessRun> LaunchAsync(CommandStub machine, string verb) =>
        ProcessRun.StartAsync("node", [Launcher(verb)], new() { WorkingDirectory = machine.Work, Environment = machine.Environment });

    private static string Launcher(string verb) => Path.Combine(TestFiles.Root, "actions", verb, "launch.js");

    // The agent upper-cases an input's name.
    private static string AgentName(InputDescriptor input) => $"INPUT_{input.Name.Camel.ToUpperInvariant()}";
}
