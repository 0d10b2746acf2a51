using System.Text.Json;
using System.Text.RegularExpressions;
using ModelOps.Integration.Tests.Azure.Agents;
using ModelOps.Testing;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>What the agent takes from a step, and whether the shipped files keep to it.</summary>
public sealed partial class AgentRuleTests
{
    private static readonly string Templates = Path.Combine(TestFiles.Root, "templates", "azure-pipelines");

    [Fact]
    public void Templates_and_launchers_print_no_command_that_the_agent_refuses()
    {
        var steps = from file in Directory.EnumerateFiles(Templates, "*.yml", SearchOption.AllDirectories)
                    from step in TemplateExpander.Load(file).AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("bash"))
                    select (file, Restrictions: StepRestrictions.Of(step), Script: TemplateExpander.Text(step["bash"]));
        var launchers = from file in Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "actions"), "launch.js", SearchOption.AllDirectories)
                        select (file, Restrictions: ManifestRestrictions(Path.Combine(Path.GetDirectoryName(file)!, "task.json")), Script: File.ReadAllText(file));
        var printed = steps.Concat(launchers)
            .SelectMany(source => Command().Matches(source.Script).Select(match => (source.file, source.Restrictions, Name: match.Groups[1].Value, Variable: match.Groups[2].Value)))
            .ToList();
        Assert.Contains("task.prependpath", printed.Select(command => command.Name));
        Assert.Contains("task.logissue", printed.Select(command => command.Name));
        Assert.All(printed, command => Assert.Null(command.Restrictions.Refusal(command.Name, command.Variable)));
    }

    [Theory]
    [InlineData("target: { commands: restricted }", "task.uploadsummary", "", false)]
    [InlineData("target: { commands: restricted }", "task.setvariable", "x", true)]
    [InlineData("target: { settableVariables: [y] }", "task.setvariable", "x", false)]
    [InlineData("target: { settableVariables: [X] }", "task.setvariable", "x", true)]
    [InlineData("target: { settableVariables: none }", "task.prependpath", "", false)]
    [InlineData("target: { settableVariables: [path] }", "task.prependpath", "", true)]
    [InlineData("name: free", "task.uploadsummary", "", true)]
    [InlineData("name: free", "task.uploadsumary", "", false)]
    public void The_agent_takes_from_a_step_what_its_target_allows(string target, string command, string variable, bool taken) =>
        Assert.Equal(taken, StepRestrictions.Of(Parse(target)).Refusal(command, variable) is null);

    [Theory]
    [InlineData("main", "validateFirst.skipped=true", "promote.rolledBack=true", false)]
    [InlineData("main", "validateFirst.skipped=false", "promote.rolledBack=true", true)]
    [InlineData("main", "validateFirst.skipped=true", "validate.skipped=true", false)]
    [InlineData("main", "validateFirst.skipped=true", "validate.skipped=false", true)]
    [InlineData("release/1", "promote.rolledBack=true", "", false)]
    [InlineData("release/1", "promote.rolledBack=false", "", true)]
    public void Reports_are_kept_where_something_was_judged(string branch, string first, string second, bool kept)
    {
        var pipeline = new TemplateExpander(new Dictionary<string, string> { ["Build.SourceBranch"] = $"refs/heads/{branch}" })
            .Expand(Path.Combine(Templates, "azure-pipelines.yml"), new Dictionary<string, YamlNode>());
        var step = pipeline.AllNodes.OfType<YamlMappingNode>().Single(node => AgentNode.Text(node, "displayName") == "Keep the reports of the gates");
        var variables = new AgentVariables(new[] { first, second }.Where(pair => pair.Length > 0).ToDictionary(pair => pair.Split('=')[0], pair => pair.Split('=')[1]));
        Assert.Equal(kept, variables.IsTrue(AgentNode.Text(step, "condition"), succeeded: true));
    }

    private static StepRestrictions ManifestRestrictions(string manifest)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        var restrictions = json.RootElement.GetProperty("restrictions");
        return new(
            restrictions.GetProperty("commands").GetProperty("mode").GetString() == "restricted",
            [.. restrictions.GetProperty("settableVariables").GetProperty("allowed").EnumerateArray().Select(name => name.GetString()!)]);
    }

    private static YamlMappingNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex(@"##vso\[([A-Za-z.]+)(?: variable=(\w+))?")]
    private static partial Regex Command();
}
