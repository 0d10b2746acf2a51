using ModelOps.Core.Tests.Hosting;
using ModelOps.Integration.Tests.Node;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>A job on a machine of its own: nothing of another job is there but what it downloads.</summary>
internal sealed class AgentJob(string stage, CommandStub machine, AgentTasks tasks, AgentVariables variables)
{
    private static readonly string[] StepKeys =
        ["bash", "task", "checkout", "download", "name", "displayName", "condition", "continueOnError", "env", "inputs", "target", "artifact", "persistCredentials", "fetchDepth"];

    private readonly List<StepRun> _steps = [];
    private readonly List<string> _path = [machine.Environment["PATH"]];

    /// <summary>What steps handed on, by step and name.</summary>
    public Dictionary<string, string> Outputs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether all steps ended well, or were allowed not to.</summary>
    public bool Succeeded { get; private set; } = true;

    public async Task<IReadOnlyList<StepRun>> RunAsync(IEnumerable<YamlNode> steps)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in steps)
        {
            var step = AgentNode.Mapping(node, StepKeys);
            var name = AgentNode.Text(step, "name");
            if (name.Length > 0 && !names.Add(name))
            {
                throw new InvalidDataException($"Two steps of a job are called '{name}'.");
            }

            var label = name.Length > 0 ? name : AgentNode.Text(step, "displayName", AgentNode.Text(step, "task", "checkout"));
            if (!variables.IsTrue(AgentNode.Text(step, "condition", "succeeded()"), Succeeded))
            {
                _steps.Add(new(stage, label, StepOutcome.Skipped, ""));
                continue;
            }

            var (failed, log) = step.Children.ContainsKey("bash") ? await ScriptAsync(step) : await tasks.RunAsync(step, variables) is { } reason ? (true, reason) : (false, "");
            _steps.Add(new(stage, label, failed ? StepOutcome.Failed : StepOutcome.Succeeded, log));
            Succeeded &= !failed || AgentNode.Text(step, "continueOnError") == "true";
        }

        return _steps;
    }

    private async Task<(bool Failed, string Log)> ScriptAsync(YamlMappingNode step)
    {
        var script = Path.Combine(variables["Agent.TempDirectory"], $"{Guid.NewGuid():N}.sh");
        await File.WriteAllTextAsync(script, variables.Expand(AgentNode.Text(step, "bash")));
        var environment = new Dictionary<string, string>(machine.Environment);
        foreach (var (name, value) in variables.Environment().Concat(AgentNode.Pairs(step, "env", variables.Expand)))
        {
            environment[name] = value;
        }

        environment["PATH"] = string.Join(Path.PathSeparator, _path);
        var run = await ProcessRun.StartAsync(
            "bash", ["--noprofile", "--norc", script], new() { WorkingDirectory = variables["System.DefaultWorkingDirectory"], Environment = environment });
        var restrictions = StepRestrictions.Of(step);
        foreach (var (command, properties, data) in AgentLog.Commands(run.Output).Concat(AgentLog.Commands(run.Error)))
        {
            Obey(command, properties, data, restrictions, AgentNode.Text(step, "name"));
        }

        return (run.ExitCode != 0, $"exit code {run.ExitCode}\n{run.Output}{run.Error}");
    }

    // What the agent refuses is a warning there, and the step goes on without it; here nothing may be refused.
    private void Obey(string command, IReadOnlyDictionary<string, string> properties, string data, StepRestrictions restrictions, string step)
    {
        if (restrictions.Refusal(command, properties.GetValueOrDefault("variable")) is { } refusal)
        {
            throw new InvalidDataException(refusal);
        }

        switch (command)
        {
            case "task.setvariable" when properties.GetValueOrDefault("isoutput") != "true":
                variables.Set(properties["variable"], data);
                break;
            case "task.setvariable":
                var output = step.Length > 0 ? $"{step}.{properties["variable"]}" : throw new InvalidDataException("A step with outputs needs a name.");
                variables.Set(output, data);
                Outputs[output] = data;
                break;
            case "task.prependpath":
                _path.Insert(0, data);
                break;
            case "task.logissue" when properties.GetValueOrDefault("type") is "error" or "warning":
            case "task.setsecret":
                break;
            default:
                throw new InvalidDataException($"##vso[{command}] is not one that a template needs.");
        }
    }
}
