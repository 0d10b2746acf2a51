using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.GitHub;

/// <summary>Emits a composite action for every verb.</summary>
internal static class ActionEmitter
{
    public static IReadOnlyDictionary<string, string> Emit() =>
        VerbCatalog.OnAllFronts.ToDictionary(verb => $"actions/{verb.Name}/action.yml", EmitAction, StringComparer.Ordinal);

    private static string EmitAction(VerbDescriptor verb) =>
        new TextLines()
            .Add($"# {EmittedHeader.For(verb)}")
            .Add($"name: ModelOps {verb.CommandText}")
            .Add($"description: {YamlText.Quote(verb.Description)}")
            .Add("inputs:")
            .AddAll(verb.Inputs.SelectMany(Input))
            .Add("outputs:")
            .AddAll(verb.AllOutputs.SelectMany(Output))
            .Add("runs:")
            .Add("  using: composite")
            .Add("  steps:")
            .Add($"    - name: modelops {verb.CommandText}")
            .Add("      id: run")
            .Add("      shell: bash")
            .Add("      env:")
            .AddAll(verb.Inputs.Select(input => $"        INPUT_{input.Name.Environment}: ${{{{ inputs.{input.Name.Kebab} }}}}"))
            .AddAll(Token(verb))
            .Add($"      run: bash \"$GITHUB_ACTION_PATH/../launch.sh\" {verb.CommandText}")
            .ToString();

    private static IEnumerable<string> Input(InputDescriptor input) =>
    [
        $"  {input.Name.Kebab}:",
        $"    description: {YamlText.Quote(input.Help())}",
        $"    required: {(input.MustBeGiven() ? "true" : "false")}",
    ];

    // Only verbs that comment on a pull request get the token of the job.
    private static IEnumerable<string> Token(VerbDescriptor verb) => verb.IsCommented ? ["        GITHUB_TOKEN: ${{ github.token }}"] : [];

    private static IEnumerable<string> Output(OutputDescriptor output) =>
    [
        $"  {output.Name.Kebab}:",
        $"    description: {YamlText.Quote(output.Description)}",
        $"    value: ${{{{ steps.run.outputs.{output.Name.Kebab} }}}}",
    ];
}
