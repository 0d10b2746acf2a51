using ModelOps.Integration.Tests.Node;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>Runs a pipeline as Azure Pipelines does: triggers, templates, stages by their dependencies and conditions, and each job on a machine of its own.</summary>
internal sealed class PipelineRun(CommandStub machine, string repository, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> groups)
{
    private readonly string _directory = Path.Combine(machine.Temp, Guid.NewGuid().ToString("N"));

    /// <summary>Artifacts that the run keeps.</summary>
    public IEnumerable<string> Artifacts => Directory.Exists(Kept) ? Directory.EnumerateDirectories(Kept).Select(path => Path.GetFileName(path)) : [];

    private string Kept => Path.Combine(_directory, "artifacts");

    /// <summary>Runs a pipeline of the repository for a push.</summary>
    public async Task<IReadOnlyList<StepRun>> PushAsync(string file, string branch, string commit)
    {
        var predefined = new Dictionary<string, string>
        {
            ["TF_BUILD"] = "True",
            ["Build.Reason"] = "IndividualCI",
            ["Build.SourceBranch"] = $"refs/heads/{branch}",
            ["Build.SourceVersion"] = commit,
        };
        var pipeline = AgentNode.Mapping(
            new TemplateExpander(predefined).Expand(Path.Combine(repository, file), new Dictionary<string, YamlNode>()), "trigger", "pr", "resources", "stages");
        var triggers = ((YamlSequenceNode)pipeline["trigger"]["branches"]["include"]).Select(TemplateExpander.Text);
        Assert.Contains(triggers, trigger => trigger == branch || (trigger.EndsWith('*') && branch.StartsWith(trigger[..^1], StringComparison.Ordinal)));

        var (steps, results, outputs, previous) = (new List<StepRun>(), new Dictionary<string, bool>(), new JobOutputs(), "");
        foreach (var stage in AgentNode.Items(pipeline, "stages").Select(stage => AgentNode.Mapping(stage, "stage", "displayName", "dependsOn", "condition", "lockBehavior", "variables", "jobs")))
        {
            var name = AgentNode.Text(stage, "stage");
            var succeeded = Dependencies(stage, previous).All(needed => results[needed]);
            if (new AgentVariables(predefined).IsTrue(AgentNode.Text(stage, "condition", "succeeded()"), succeeded))
            {
                succeeded = true;
                foreach (var node in AgentNode.Items(stage, "jobs"))
                {
                    var variables = Variables(predefined, stage);
                    outputs.SetIn(variables, Job(node));
                    var job = new AgentJob(name, machine, new(repository, Kept), variables);
                    steps.AddRange(await job.RunAsync(Steps(node)));
                    succeeded &= job.Succeeded;
                    outputs.Keep(name, AgentNode.Text(node, "job"), job.Outputs);
                }
            }

            results[name] = succeeded;
            previous = name;
        }

        return steps;
    }

    private static IEnumerable<string> Dependencies(YamlMappingNode stage, string previous) => !stage.Children.TryGetValue("dependsOn", out var needed)
        ? previous.Length > 0 ? [previous] : []
        : needed is YamlSequenceNode list ? list.Select(TemplateExpander.Text) : [TemplateExpander.Text(needed)];

    private static YamlMappingNode Job(YamlMappingNode node) =>
        AgentNode.Mapping(node, "job", "deployment", "displayName", "timeoutInMinutes", "pool", "variables", "environment", "strategy", "steps");

    private static YamlSequenceNode Steps(YamlMappingNode node)
    {
        var job = Job(node);
        return (YamlSequenceNode)(job.Children.ContainsKey("job") ? job["steps"] : AgentNode.Mapping(AgentNode.Mapping(job["strategy"], "runOnce")["runOnce"], "deploy")["deploy"]["steps"]);
    }

    private AgentVariables Variables(Dictionary<string, string> predefined, YamlMappingNode stage)
    {
        var workspace = Path.Combine(_directory, Guid.NewGuid().ToString("N"));
        var variables = new AgentVariables(predefined);
        foreach (var (name, folder) in (ReadOnlySpan<(string, string)>)[("Pipeline.Workspace", ""), ("System.DefaultWorkingDirectory", "s"), ("Agent.TempDirectory", "temp")])
        {
            variables.Set(name, Directory.CreateDirectory(Path.Combine(workspace, folder)).FullName);
        }

        foreach (var (name, value) in AgentNode.Items(stage, "variables").SelectMany(group => groups[AgentNode.Text(AgentNode.Mapping(group, "group"), "group")]))
        {
            variables.SetSecret(name, value);
        }

        return variables;
    }
}
