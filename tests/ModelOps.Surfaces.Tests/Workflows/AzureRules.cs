using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Surfaces.Tests.Workflows;

/// <summary>Rules for Azure pipelines and templates.</summary>
internal static partial class AzureRules
{
    private static readonly string[] ScriptKeys = ["script", "bash", "pwsh", "powershell"];

    private const string PromoteStep = "              - template: steps/promote.yml\n";

    public static IReadOnlyList<PipelineRule> All { get; } =
    [
        new("template parameters have a type", file => IsAzure(file)
            ? file.Root.Get("parameters").Items().Where(parameter => parameter.Get("name") is not null && parameter.Get("type") is null).Select(parameter => parameter.Get("name").Text())
            : [],
            "parameters:\n  - name: model\nsteps:\n  - bash: modelops check\n    target: { commands: restricted }\n"),
        new("no variable or parameter is spliced into a script", file => Scripts(file).Select(step => step.Script).Where(script => Splice().IsMatch(script)),
            "steps:\n  - bash: echo $(Build.SourceVersionMessage)\n"),
        new("a step that runs the toolkit may set its outputs only", file => Scripts(file)
            .Where(step => step.Script.StartsWith("modelops ", StringComparison.Ordinal) && (step.Node.Get("target").Get("commands").Text() != "restricted" || step.Node.Get("target").Get("settableVariables") is null))
            .Select(step => step.Script),
            "steps:\n  - bash: modelops check\n"),
        new("the access token is passed by env only", file => IsAzure(file)
            ? file.Mappings.SelectMany(mapping => mapping.Children).Where(pair => pair.Key.Text() != "SYSTEM_ACCESSTOKEN" && pair.Value.Text().Contains("System.AccessToken", StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Key.Text())
            : [],
            "steps:\n  - task: x@1\n    inputs: { token: $(System.AccessToken) }\n"),
        new("a checkout leaves no credentials behind and says its depth", file => IsAzure(file)
            ? file.With("checkout").Where(step => step.Get("checkout").Text() != "none" && (step.Get("persistCredentials").Text() != "false" || step.Get("fetchDepth") is null)).Select(_ => "checkout")
            : [],
            "steps:\n  - checkout: self\n"),
        new("a job that changes an alias, or plans it, sees all commits", ShallowJobs,
            "jobs:\n  - job: A\n    steps:\n      - checkout: self\n        fetchDepth: 1\n      - template: steps/validate.yml\nstages: []\n"),
        new("a promotion is a deployment with an environment, in a stage with a lock", UnguardedPromotions,
            "stages:\n  - stage: A\n    jobs:\n      - deployment: A\n        environment: prod\n        strategy:\n          runOnce:\n            deploy:\n              steps:\n" + PromoteStep),
        new("other repositories are used at a tag", file => IsAzure(file)
            ? file.Root.Get("resources").Get("repositories").Items().Where(repository => !repository.Get("ref").Text().StartsWith("refs/tags/", StringComparison.Ordinal)).Select(repository => repository.Get("repository").Text())
            : [],
            "resources:\n  repositories:\n    - repository: modelops\n      type: github\n      name: o/r\nstages: []\n"),
        new("variable groups belong to a stage", file => IsAzure(file) ? file.Root.Get("variables").Items().Where(item => item.Get("group") is not null).Select(item => item.Get("group").Text()) : [],
            "variables:\n  - group: prod\nstages: []\n"),
        new("agents run an image with a version", file => IsAzure(file)
            ? file.With("vmImage").Select(pool => pool.Get("vmImage").Text()).Where(image => image.Contains("latest", StringComparison.Ordinal))
            : [],
            "stages:\n  - stage: A\n    pool: { vmImage: ubuntu-latest }\n"),
        new("every job has a deadline", file => IsAzure(file)
            ? file.With("job").Concat(file.With("deployment")).Where(job => job.Get("timeoutInMinutes") is null).Select(job => "job")
            : [],
            "jobs:\n  - job: A\n    steps: []\nstages: []\n"),
        new("masking is left to the toolkit", file => file.Lines.Where(line => line.Contains("task.setsecret", StringComparison.Ordinal)),
            "steps:\n  - bash: echo \"##vso[task.setsecret]$TITLE\"\n"),
    ];

    private static bool IsAzure(PipelineFile file) => file.Kind == PipelineKind.Azure;

    private static IEnumerable<(YamlMappingNode Node, string Script)> Scripts(PipelineFile file) => IsAzure(file)
        ? from key in ScriptKeys from node in file.With(key) select (node, node.Get(key).Text())
        : [];

    private static IEnumerable<string> ShallowJobs(PipelineFile file)
    {
        if (!IsAzure(file))
        {
            return [];
        }

        YamlMappingNode[] jobs = [.. file.With("job"), .. file.With("deployment")];
        return (jobs.Length > 0 ? jobs : file.Root.Get("steps") is not null ? [(YamlMappingNode)file.Root] : [])
            .Select(job => job.AllNodes.OfType<YamlMappingNode>().ToList())
            .Where(nodes => nodes.Exists(node => AliasVerb().IsMatch(node.Get("template").Text()) || AliasVerb().IsMatch(node.Get("task").Text())))
            .Where(nodes => !nodes.Exists(node => node.Get("checkout").Text() == "self" && node.Get("fetchDepth").Text() == "0"))
            .Select(_ => "fetchDepth");
    }

    private static IEnumerable<string> UnguardedPromotions(PipelineFile file)
    {
        if (!IsAzure(file))
        {
            return [];
        }

        var guarded = file.With("stage")
            .Where(stage => stage.Get("lockBehavior").Text() == "sequential")
            .SelectMany(stage => stage.AllNodes.OfType<YamlMappingNode>())
            .Where(node => node.Get("deployment") is not null && node.Get("environment") is not null)
            .SelectMany(job => job.AllNodes.OfType<YamlMappingNode>())
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return file.With("template")
            .Where(step => step.Get("template").Text().EndsWith("steps/promote.yml", StringComparison.Ordinal))
            .Where(step => step.Get("parameters").Get("dryRun").Text() != "true" && !guarded.Contains(step))
            .Select(_ => "steps/promote.yml");
    }

    [GeneratedRegex("steps/(promote|register|validate).yml|^modelops-(promote|register|validate)@")]
    private static partial Regex AliasVerb();

    [GeneratedRegex(@"\$\(|\$\{\{|\$\[")]
    private static partial Regex Splice();
}
