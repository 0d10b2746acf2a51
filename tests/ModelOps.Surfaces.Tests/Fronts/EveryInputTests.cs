using ModelOps.Cli;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.MSBuild;

namespace ModelOps.Surfaces.Tests.Fronts;

/// <summary>Every input of a verb reaches it through every front that has the verb.</summary>
public class EveryInputTests
{
    private static readonly SortedDictionary<string, string> Files = SurfaceFiles.Emit();

    private static readonly VerbDescriptor Promote = VerbCatalog.All.Single(verb => verb.Name == "promote");

    [Fact]
    public void Every_input_reaches_its_verb_through_every_front() =>
        Assert.Empty(VerbCatalog.OnAllFronts.SelectMany(verb => FrontInputs.Missing(Files, verb)));

    [Fact]
    public void A_service_is_on_the_command_line_with_every_input()
    {
        var service = Assert.Single(VerbCatalog.All, verb => verb.IsService);
        Assert.Equal(service.Inputs.Select(input => input.Name.Property), FrontInputs.OfCommand(new VerbCommand(service, new ConfiguredNames(Path.GetTempPath())), service));
    }

    [Theory]
    [InlineData("GitHub action", "actions/promote/action.yml", "  allow-undecided:\n")]
    [InlineData("GitHub action", "actions/promote/action.yml", "        INPUT_ALLOW_UNDECIDED: ${{ inputs.allow-undecided }}\n")]
    [InlineData("Azure task", "actions/promote/task.json", "\"allowUndecided\"")]
    [InlineData("Azure step", "templates/azure-pipelines/steps/promote.yml", "  - name: allowUndecided\n")]
    [InlineData("Azure step", "templates/azure-pipelines/steps/promote.yml", " MODELOPS_ALLOW_UNDECIDED: ")]
    [InlineData("MSBuild task", "src/fronts/ModelOps.MSBuild/Tasks/PromoteModel.g.cs", "    public string? AllowUndecided { get; set; }\n")]
    [InlineData("MSBuild targets", TargetsEmitter.Path, "      AllowUndecided=\"%(Model.AllowUndecided)\"\n")]
    [InlineData("MSBuild targets", TargetsEmitter.Path, "      <AllowUndecided>$(ModelOpsAllowUndecided)</AllowUndecided>\n")]
    public void A_front_that_lost_an_input_is_named(string front, string path, string text)
    {
        Assert.Contains(text, Files[path], StringComparison.Ordinal);
        var incomplete = new Dictionary<string, string>(Files)
        {
            [path] = Files[path].Replace(text, text.StartsWith('"') ? "\"lost\"" : "", StringComparison.Ordinal),
        };

        Assert.Equal([$"{front}: promote has no AllowUndecided"], FrontInputs.Missing(incomplete, Promote));
    }

    [Fact]
    public void A_command_without_its_options_and_an_alias_of_other_settings_let_nothing_through()
    {
        Assert.Empty(FrontInputs.OfCommand(new VerbCommand(Promote, names: null), Promote));
        var path = "src/fronts/Cake.ModelOps/ModelOpsAliases.Promote.g.cs";
        var other = new Dictionary<string, string>(Files) { [path] = Files["src/fronts/Cake.ModelOps/ModelOpsAliases.Status.g.cs"] };
        Assert.Contains("Cake alias: promote has no AllowUndecided", FrontInputs.Missing(other, Promote));
    }

    [Fact]
    public void A_metadatum_that_would_mean_two_things_is_refused()
    {
        const string Template = """
            <Project>
                <EvaluateModel
                  Rest="%(Model.*)"
                  ProjectFile="p" />
                <CompareModel
                  Rest="%(Model.*)"
                  ProjectFile="p" />
            </Project>

            """;

        var refused = Assert.Throws<InvalidOperationException>(() => TargetsEmitter.Fill(Template.ReplaceLineEndings("\n"), VerbCatalog.OnAllFronts));
        Assert.Contains("'Metric'", refused.Message, StringComparison.Ordinal);
    }
}
