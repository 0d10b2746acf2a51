using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>What the tasks of Azure Pipelines do, as far as the shipped templates need them. Any other, and any other input, is an error.</summary>
/// <param name="repository">The repository that is built.</param>
/// <param name="artifacts">Artifacts of the run.</param>
internal sealed class AgentTasks(string repository, string artifacts)
{
    /// <summary>Runs a step that is no script.</summary>
    /// <returns>Why it failed; null when it did not.</returns>
    public async Task<string?> RunAsync(YamlMappingNode step, AgentVariables variables)
    {
        var sources = variables["System.DefaultWorkingDirectory"];
        if (step.Children.ContainsKey("checkout"))
        {
            return await CheckOutAsync(step, variables, sources);
        }

        if (step.Children.ContainsKey("download"))
        {
            return AgentNode.Text(step, "download") == "current"
                ? Copy(Path.Combine(artifacts, AgentNode.Text(step, "artifact")), Path.Combine(variables["Pipeline.Workspace"], AgentNode.Text(step, "artifact")))
                : throw new InvalidDataException("Only artifacts of the same run are known.");
        }

        var inputs = AgentNode.Pairs(step, "inputs", variables.Expand);
        switch (AgentNode.Text(step, "task"))
        {
            case "UseDotNet@2":
                Expect(inputs, "packageType", "version");
                return null;
            case "PublishPipelineArtifact@1":
                Expect(inputs, "targetPath", "artifact");
                var kept = Path.Combine(artifacts, inputs["artifact"]);
                return Directory.Exists(kept) ? $"The run has an artifact '{inputs["artifact"]}' already." : Copy(Path.Combine(sources, inputs["targetPath"]), kept);
            case "PublishTestResults@2":
                Expect(inputs, "testResultsFormat", "testResultsFiles", "testRunTitle");
                return File.Exists(Path.Combine(sources, inputs["testResultsFiles"])) ? null : "There are no results of tests.";
            case var other:
                throw new InvalidDataException($"The task '{other}' is not known.");
        }
    }

    private static void Expect(Dictionary<string, string> inputs, params string[] names)
    {
        if (inputs.Keys.Except(names).ToArray() is { Length: > 0 } unknown)
        {
            throw new InvalidDataException($"Inputs that are not known: {string.Join(", ", unknown)}.");
        }
    }

    // Of a directory the content is kept, not its name.
    private static string? Copy(string source, string target)
    {
        if (Directory.Exists(source))
        {
            TestFiles.CopyDirectory(source, target);
            return null;
        }

        if (!File.Exists(source))
        {
            return $"'{source}' does not exist.";
        }

        Directory.CreateDirectory(target);
        File.Copy(source, Path.Combine(target, Path.GetFileName(source)));
        return null;
    }

    private async Task<string?> CheckOutAsync(YamlMappingNode step, AgentVariables variables, string sources)
    {
        if (AgentNode.Text(step, "checkout") != "self")
        {
            throw new InvalidDataException("Only the repository itself can be checked out.");
        }

        string[] depth = AgentNode.Text(step, "fetchDepth", "0") is not "0" and var commits ? ["--depth", commits] : [];
        foreach (var arguments in (string[][])[["clone", "--quiet", .. depth, $"file://{repository}", "."], ["checkout", "--quiet", "--detach", variables["Build.SourceVersion"]]])
        {
            var run = await ProcessRun.StartAsync("git", arguments, new() { WorkingDirectory = sources });
            if (run.ExitCode != 0)
            {
                return run.Error;
            }
        }

        return null;
    }
}
