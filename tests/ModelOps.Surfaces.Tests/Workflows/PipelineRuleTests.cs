using System.Text.RegularExpressions;

namespace ModelOps.Surfaces.Tests.Workflows;

public partial class PipelineRuleTests
{
    private static readonly IReadOnlyList<PipelineRule> Rules = [.. GitHubStepRules.All, .. GitHubWorkflowRules.All, .. AzureRules.All];

    public static TheoryData<string> Names => [.. Rules.Select(rule => rule.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shipped_pipelines_keep_the_rule(string name) =>
        Assert.Empty(from rule in Named(name) from file in ShippedPipelines.All from finding in rule.Find(file) select $"{file.Name}: {finding}");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_finds_a_pipeline_that_breaks_it(string name) =>
        Assert.All(Named(name), rule => Assert.NotEmpty(rule.Find(PipelineFile.Parse("bad.yml", rule.Bad))));

    [Fact]
    public void All_kinds_of_shipped_pipelines_are_looked_at()
    {
        var kinds = ShippedPipelines.All.Select(file => file.Kind).ToHashSet();
        Assert.Equal(Enum.GetValues<PipelineKind>().ToHashSet(), kinds);
    }

    [Fact]
    public void Shipped_pipelines_have_no_anchors() =>
        Assert.Empty(ShippedPipelines.All.Where(file => file.Root.AllNodes.Any(node => !node.Anchor.IsEmpty)).Select(file => file.Name));

    [Fact]
    public void The_lock_list_has_commits_only() => Assert.All(ShippedPipelines.Lock, entry => Assert.Matches(Locked(), entry));

    private static IEnumerable<PipelineRule> Named(string name) => Rules.Where(rule => rule.Name == name);

    [GeneratedRegex(@"^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Locked();
}
