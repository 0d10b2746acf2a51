using ModelOps.Testing;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>The committed stages of several models, expanded as the service does.</summary>
public class ModelsTemplateTests
{
    private static readonly string Templates = Path.Combine(TestFiles.Root, "templates", "azure-pipelines");

    [Theory]
    [InlineData("PullRequest", "refs/pull/5/merge", false, "CHANGED")]
    [InlineData("IndividualCI", "refs/heads/main", false, "ALL")]
    [InlineData("IndividualCI", "refs/heads/main", true, "CHANGED")]
    [InlineData("IndividualCI", "refs/heads/release/1", true, "ALL")]
    public void The_first_stage_says_which_models_run(string reason, string branch, bool changedOnMain, string expected)
    {
        var check = Nodes(Expand(reason, branch, changedOnMain)[0]).Single(node => Text(node, "bash") == "modelops check");
        Assert.Equal([$"MODELOPS_{expected}"], ((YamlMappingNode)check["env"]).Children.Keys.Select(TemplateExpander.Text).Where(name => name is "MODELOPS_ALL" or "MODELOPS_CHANGED"));
    }

    [Fact]
    public void Every_model_has_stages_of_its_own_that_wait_for_the_first_and_for_no_other_model()
    {
        var stages = Expand("IndividualCI", "refs/heads/main");
        Assert.Equal(["Changed", "m_churn_Verify", "m_churn_Stage", "m_fraud_scorer_Verify", "m_fraud_scorer_Stage"], stages.Select(stage => Text(stage, "stage")));
        Assert.Equal(["", "Changed", "m_churn_Verify", "Changed", "m_fraud_scorer_Verify"], stages.Select(stage => Text(stage, "dependsOn")));
        Assert.Contains("""outputs['Models.check.models'], '"fraud-scorer"')""", Text(stages[3], "condition"), StringComparison.Ordinal);
        Assert.All(stages, stage => Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", Text(stage, "stage")));
    }

    [Fact]
    public void A_model_is_checked_and_packed_by_its_name_and_its_artifacts_are_its_own()
    {
        var stages = Expand("IndividualCI", "refs/heads/main");
        foreach (var (stage, model, prefix) in new[] { (stages[1], "churn", "m_churn_"), (stages[3], "fraud-scorer", "m_fraud_scorer_") })
        {
            var steps = Nodes(stage).Where(node => Text(node, "bash") is "modelops check" or "modelops package").ToList();
            Assert.Equal(2, steps.Count);
            Assert.All(steps, step => Assert.Equal((model, ""), (Text(step["env"], "MODELOPS_MODEL"), Text(step["env"], "MODELOPS_PATH"))));
            Assert.Contains(Nodes(stage), node => Text(node, "artifact") == $"{prefix}modelpkg");
        }

        Assert.Contains(Nodes(stages[4]), node => Text(node, "MODELOPS_PACKAGE") == "$(Pipeline.Workspace)/m_fraud_scorer_modelpkg/model.modelpkg");
    }

    [Fact]
    public void The_pipeline_that_shows_it_gives_parameters_that_it_has()
    {
        var file = TemplateExpander.Load(Path.Combine(Templates, "azure-pipelines-models.yml"));
        var given = ((YamlMappingNode)file["stages"][0]["parameters"]).Children.ToDictionary(pair => TemplateExpander.Text(pair.Key), pair => pair.Value);
        var variables = new Dictionary<string, string> { ["Build.Reason"] = "IndividualCI", ["Build.SourceBranch"] = "refs/heads/release/1" };
        var stages = (YamlSequenceNode)new TemplateExpander(variables).Expand(Path.Combine(Templates, "models.yml"), given)["stages"];
        Assert.Equal(7, stages.Children.Count);
    }

    private static List<YamlMappingNode> Expand(string reason, string branch, bool changedOnMain = false)
    {
        var variables = new Dictionary<string, string> { ["Build.Reason"] = reason, ["Build.SourceBranch"] = branch };
        var expanded = new TemplateExpander(variables).Expand(Path.Combine(Templates, "models.yml"), new Dictionary<string, YamlNode>
        {
            ["models"] = new YamlSequenceNode("churn", "fraud-scorer"),
            ["changedOnMain"] = changedOnMain ? "true" : "false",
        });
        return [.. ((YamlSequenceNode)expanded["stages"]).Children.Cast<YamlMappingNode>()];
    }

    private static IEnumerable<YamlMappingNode> Nodes(YamlNode node) => node.AllNodes.OfType<YamlMappingNode>();

    private static string Text(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value ?? "" : "";
}
