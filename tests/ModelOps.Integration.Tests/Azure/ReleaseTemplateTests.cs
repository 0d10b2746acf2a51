using ModelOps.Testing;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Integration.Tests.Azure;

public class ReleaseTemplateTests
{
    private static readonly string Templates = Path.Combine(TestFiles.Root, "templates", "azure-pipelines");

    [Fact]
    public void A_pull_request_checks_packages_tests_judges_and_plans()
    {
        var stages = Expand(("Build.Reason", "PullRequest"), ("Build.SourceBranch", "refs/pull/5/merge"));
        Assert.Equal(["Verify", "Plan"], stages.Keys);
        Assert.Equal(["check", "package", "test"], Verbs(stages["Verify"]));
        Assert.Equal("true", Env(Steps(stages["Verify"])[2])["MODELOPS_SANDBOX"]);
        Assert.Equal(["validate", "gates verify", "register", "promote"], Verbs(stages["Plan"]));
        Assert.All(Steps(stages["Plan"]).Where(step => Verb(step) != "gates verify"), step => Assert.Equal("true", Env(step)["MODELOPS_DRY_RUN"]));
        Assert.Equal("candidate", Env(Steps(stages["Plan"])[3])["MODELOPS_ALIAS"]);
        Assert.All(Steps(stages["Plan"])[..2], step => Assert.Equal("prod", Env(step)["MODELOPS_ENVIRONMENT"]));
    }

    [Fact]
    public void Results_of_tests_are_shown_also_when_one_failed()
    {
        var steps = (YamlSequenceNode)Expand(("Build.Reason", "PullRequest"), ("Build.SourceBranch", "refs/pull/5/merge"))["Verify"]["jobs"][0]["steps"];
        var shown = Assert.Single(steps.Cast<YamlMappingNode>(), step => step.Children.TryGetValue("task", out var task) && TemplateExpander.Text(task) == "PublishTestResults@2");
        Assert.Equal("succeededOrFailed()", TemplateExpander.Text(shown["condition"]));
        Assert.Equal("model-tests/junit.xml", TemplateExpander.Text(shown["inputs"]["testResultsFiles"]));
    }

    [Fact]
    public void The_nightly_pipeline_cleans_staging_with_its_credentials()
    {
        var file = TemplateExpander.Load(Path.Combine(Templates, "clean.yml"));
        var call = (YamlMappingNode)file["stages"][0]["jobs"][0]["steps"][2];
        Assert.Equal("templates/azure-pipelines/steps/clean.yml@modelops", TemplateExpander.Text(call["template"]));
        var given = ((YamlMappingNode)call["parameters"]).Children.ToDictionary(pair => TemplateExpander.Text(pair.Key), pair => pair.Value);
        var step = (YamlMappingNode)new TemplateExpander(new Dictionary<string, string>()).Expand(Path.Combine(Templates, "steps", "clean.yml"), given)["steps"][0];
        Assert.Equal("staging", Env(step)["MODELOPS_ENVIRONMENT"]);
        Assert.Equal("$(MLFLOW_TRACKING_TOKEN)", Env(step)["MLFLOW_TRACKING_TOKEN"]);
    }

    [Fact]
    public void Main_registers_and_validates_before_and_after_it_is_copied()
    {
        var stages = Expand(("Build.Reason", "IndividualCI"), ("Build.SourceBranch", "refs/heads/main"));
        Assert.Equal(["Verify", "Stage"], stages.Keys);
        var steps = Steps(stages["Stage"]);
        Assert.Equal(["register", "validate", "promote", "validate"], Verbs(stages["Stage"]));
        Assert.Equal(["register", "validateFirst", "promote", "validate"], steps.Select(step => TemplateExpander.Text(step["name"])));
        Assert.Equal(["$(register.version)", "$(register.version)", "$(promote.version)"], steps[1..].Select(step => Env(step)["MODELOPS_VERSION"]));
        Assert.Equal(("staging", "candidate"), (Env(steps[2])["MODELOPS_TO"], Env(steps[2])["MODELOPS_ALIAS"]));
        Assert.Equal(("staging", "challenger"), (Env(steps[3])["MODELOPS_ENVIRONMENT"], Env(steps[3])["MODELOPS_ALIAS"]));
        Assert.All(steps[1..], step => Assert.DoesNotContain("MODELOPS_DRY_RUN", Env(step).Keys));
    }

    [Fact]
    public void A_release_branch_makes_champion_what_it_has_validated()
    {
        var stages = Expand(("Build.Reason", "IndividualCI"), ("Build.SourceBranch", "refs/heads/release/2026.11"));
        Assert.Equal(["Verify", "Release"], stages.Keys);
        var steps = Steps(stages["Release"]);
        Assert.Equal(["promote", "validate", "promote"], Verbs(stages["Release"]));
        Assert.Equal(("challenger", "prod", "candidate"), (Env(steps[0])["MODELOPS_FROM_ALIAS"], Env(steps[0])["MODELOPS_TO"], Env(steps[0])["MODELOPS_ALIAS"]));
        Assert.Equal(("prod", "$(promote.version)"), (Env(steps[1])["MODELOPS_ENVIRONMENT"], Env(steps[1])["MODELOPS_VERSION"]));
        Assert.Equal(("prod", "$(promote.version)", "champion"), (Env(steps[2])["MODELOPS_FROM"], Env(steps[2])["MODELOPS_VERSION"], Env(steps[2])["MODELOPS_ALIAS"]));
        Assert.Equal(["promote", "validate", "champion"], steps.Select(step => TemplateExpander.Text(step["name"])));

        // The name of the step and of its output, as the condition reads them: a decision canary ends well and makes no champion.
        Assert.Equal(
            ["succeeded()", "and(succeeded(), ne(variables['promote.rolledBack'], 'true'))", "and(succeeded(), in(variables['validate.decision'], 'promote', 'undecided'))"], steps.Select(step => TemplateExpander.Text(step["condition"])));
        Assert.Contains("decision", ((YamlSequenceNode)steps[1]["target"]["settableVariables"]).Select(TemplateExpander.Text));
    }

    [Theory]
    [InlineData("PullRequest", "refs/pull/5/merge", "Plan")]
    [InlineData("IndividualCI", "refs/heads/main", "Stage")]
    [InlineData("IndividualCI", "refs/heads/release/1", "Release")]
    public void Reports_of_the_gates_are_kept_also_when_one_failed(string reason, string branch, string stage)
    {
        var nodes = Expand(("Build.Reason", reason), ("Build.SourceBranch", branch))[stage].AllNodes.OfType<YamlMappingNode>();
        var kept = Assert.Single(nodes, node => node.Children.TryGetValue("task", out var task) && TemplateExpander.Text(task) == "PublishPipelineArtifact@1");
        Assert.Matches(@"^(and\()?succeededOrFailed\(\)(, .*'validate\.skipped'.*\))?$", TemplateExpander.Text(kept["condition"]));
        Assert.Equal("model-gates", TemplateExpander.Text(kept["inputs"]["targetPath"]));
    }

    [Fact]
    public void Names_of_steps_are_names_that_the_agent_takes() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Templates, "steps")).Where(file => !file.EndsWith("setup.yml", StringComparison.Ordinal)),
        file =>
        {
            var parameters = ((YamlSequenceNode)TemplateExpander.Load(file)["parameters"]).Cast<YamlMappingNode>();
            Assert.Matches("^[A-Za-z0-9_]+$", TemplateExpander.Text(parameters.Single(parameter => TemplateExpander.Text(parameter["name"]) == "stepName")["default"]));
        });

    [Theory]
    [InlineData("refs/heads/feature/x")]
    [InlineData("refs/heads/main-2")]
    [InlineData("refs/heads/releases")]
    public void Another_branch_is_only_verified(string branch) =>
        Assert.Equal(["Verify"], Expand(("Build.Reason", "IndividualCI"), ("Build.SourceBranch", branch)).Keys);

    [Fact]
    public void Credentials_reach_what_talks_to_a_registry_and_no_other_step()
    {
        var stages = Expand(("Build.Reason", "IndividualCI"), ("Build.SourceBranch", "refs/heads/main"));
        var credentials = new HashSet<string>(["register", "validate", "promote"]);
        foreach (var step in stages.Values.SelectMany(Steps))
        {
            Assert.Equal(credentials.Contains(Verb(step)), Env(step).ContainsKey("MLFLOW_TRACKING_TOKEN"));
        }
    }

    [Fact]
    public void Variable_groups_are_seen_in_their_own_stage_only()
    {
        var stages = Expand(("Build.Reason", "IndividualCI"), ("Build.SourceBranch", "refs/heads/main"));
        Assert.False(stages["Verify"].Children.ContainsKey("variables"));
        Assert.Equal("main-secrets", TemplateExpander.Text(stages["Stage"]["variables"][0]["group"]));
    }

    [Fact]
    public void A_wrong_parameter_is_refused()
    {
        var expander = new TemplateExpander(new Dictionary<string, string>());
        var file = Path.Combine(Templates, "release.yml");
        Assert.Throws<InvalidDataException>(() => expander.Expand(file, new Dictionary<string, YamlNode> { ["path"] = "m" }));
        Assert.Throws<InvalidDataException>(() => expander.Expand(file, new Dictionary<string, YamlNode> { ["model"] = "churn", ["path"] = "m", ["modle"] = "x" }));
        Assert.Throws<InvalidDataException>(() => expander.Expand(file, new Dictionary<string, YamlNode> { ["model"] = "churn", ["path"] = "m", ["image"] = "ubuntu-latest" }));
    }

    private static Dictionary<string, YamlMappingNode> Expand(params (string Name, string Value)[] variables)
    {
        var expander = new TemplateExpander(variables.ToDictionary(variable => variable.Name, variable => variable.Value));
        var release = expander.Expand(Path.Combine(Templates, "release.yml"), new Dictionary<string, YamlNode>
        {
            ["model"] = "churn",
            ["path"] = "models/churn",
            ["planGroup"] = "plan-secrets",
            ["mainGroup"] = "main-secrets",
            ["releaseGroup"] = "release-secrets",
            ["credentials"] = new YamlMappingNode { { "MLFLOW_TRACKING_TOKEN", "$(MLFLOW_TRACKING_TOKEN)" } },
        });
        return ((YamlSequenceNode)release["stages"]).Children.Cast<YamlMappingNode>().ToDictionary(stage => TemplateExpander.Text(stage["stage"]));
    }

    private static YamlMappingNode[] Steps(YamlMappingNode stage) =>
        [.. stage.AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.TryGetValue("bash", out var script) && TemplateExpander.Text(script).StartsWith("modelops ", StringComparison.Ordinal))];

    private static IEnumerable<string> Verbs(YamlMappingNode stage) => Steps(stage).Select(Verb);

    private static string Verb(YamlMappingNode step) => TemplateExpander.Text(step["bash"])["modelops ".Length..];

    private static Dictionary<string, string> Env(YamlMappingNode step) =>
        ((YamlMappingNode)step["env"]).Children.ToDictionary(pair => TemplateExpander.Text(pair.Key), pair => TemplateExpander.Text(pair.Value));
}
