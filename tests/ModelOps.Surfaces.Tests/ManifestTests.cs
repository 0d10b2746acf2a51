using System.Text.Json;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Azure;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Surfaces.Tests;

public partial class ManifestTests
{
    private static readonly SortedDictionary<string, string> Files = SurfaceFiles.Emit();

    public static TheoryData<string> Verbs => [.. VerbCatalog.OnAllFronts.Select(verb => verb.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Action_has_every_input_and_output_with_its_description_as_written(string name)
    {
        var verb = Verb(name);
        var action = Yaml($"actions/{name}/action.yml");
        Assert.Equal(verb.Inputs.Select(input => input.Name.Kebab), Keys(action["inputs"]));
        Assert.Equal(verb.AllOutputs.Select(output => output.Name.Kebab), Keys(action["outputs"]));
        Assert.All(verb.Inputs, input =>
            Assert.Equal(input.Help(), ((YamlScalarNode)action["inputs"][input.Name.Kebab]["description"]).Value));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Action_passes_every_input_under_a_name_that_the_binder_reads(string name)
    {
        var env = (YamlMappingNode)Yaml($"actions/{name}/action.yml")["runs"]["steps"][0]["env"];
        Assert.All(Verb(name).Inputs, input =>
        {
            var variable = Assert.Single(input.Name.EnvironmentNames.Distinct(), candidate => env.Children.ContainsKey(candidate));
            Assert.Equal($"${{{{ inputs.{input.Name.Kebab} }}}}", ((YamlScalarNode)env[variable]).Value);
        });
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Task_input_arrives_under_a_name_that_the_binder_reads(string name)
    {
        using var task = JsonDocument.Parse(Files[$"actions/{name}/task.json"]);
        var names = task.RootElement.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("name").GetString()!).ToArray();
        Assert.All(names, input => Assert.Matches(TaskInputName(), input));
        Assert.All(Verb(name).Inputs.Zip(names), pair =>
            Assert.Contains($"INPUT_{pair.Second.ToUpperInvariant()}", pair.First.Name.EnvironmentNames));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Task_may_set_its_outputs_and_no_other_variable(string name)
    {
        using var task = JsonDocument.Parse(Files[$"actions/{name}/task.json"]);
        var restrictions = task.RootElement.GetProperty("restrictions");
        Assert.Equal("restricted", restrictions.GetProperty("commands").GetProperty("mode").GetString());
        Assert.Equal(
            Verb(name).AllOutputs.Select(output => output.Name.Camel),
            restrictions.GetProperty("settableVariables").GetProperty("allowed").EnumerateArray().Select(item => item.GetString()));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Step_template_maps_every_input_to_a_variable_and_none_into_the_script(string name)
    {
        var template = Yaml($"templates/azure-pipelines/steps/{name}.yml");
        var step = template["steps"][0];
        Assert.Equal($"modelops {name.Replace('-', ' ')}", ((YamlScalarNode)step["bash"]).Value);
        var text = Files[$"templates/azure-pipelines/steps/{name}.yml"];
        Assert.All(Verb(name).Inputs, input =>
            Assert.Contains($" MODELOPS_{input.Name.Environment}: {(input.IsFlag ? "'true'" : $"${{{{ parameters.{input.Name.Camel} }}}}")}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Task_identities_are_fixed_for_ever() =>
        Assert.Equal(new Guid("e24d5046-5b4a-5a09-9527-e51e7c78497c"), TaskId.For("modelops-check"));

    [Fact]
    public void No_manifest_has_a_credential_as_input()
    {
        var names = VerbCatalog.OnAllFronts.SelectMany(verb => verb.Inputs).Select(input => input.Name.Kebab).Distinct();
        Assert.DoesNotContain(names, name => Credential().IsMatch(name));
    }

    [Fact]
    public void Every_diagnostic_has_a_page_with_cause_and_fix()
    {
        Assert.All(DiagnosticCatalog.All, descriptor =>
        {
            var page = Files[descriptor.HelpPath];
            Assert.Contains($"# {descriptor.Code}: ", page, StringComparison.Ordinal);
            Assert.Contains("## Cause", page, StringComparison.Ordinal);
            Assert.Contains("## Fix", page, StringComparison.Ordinal);
        });
    }

    private static VerbDescriptor Verb(string name) => VerbCatalog.OnAllFronts.Single(verb => verb.Name == name);

    private static YamlNode Yaml(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Files[path]));
        return stream.Documents[0].RootNode;
    }

    private static IEnumerable<string> Keys(YamlNode node) => ((YamlMappingNode)node).Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex TaskInputName();

    [GeneratedRegex("token|password|secret|credential|api-?key")]
    private static partial Regex Credential();
}
