using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Surfaces.Text;

namespace ModelOps.Surfaces.Azure;

/// <summary>Emits an Azure Pipelines step template for every verb: the task without an installed extension.</summary>
internal static class StepTemplateEmitter
{
    public static IReadOnlyDictionary<string, string> Emit() =>
        VerbCatalog.OnAllFronts.ToDictionary(verb => $"templates/azure-pipelines/steps/{verb.Name}.yml", EmitTemplate, StringComparer.Ordinal);

    private static string EmitTemplate(VerbDescriptor verb) =>
        new TextLines()
            .Add($"# {EmittedHeader.For(verb)}")
            .Add($"# {verb.Description}")
            .Add("parameters:")
            .AddAll(verb.Inputs.SelectMany(Parameter))
            .AddAll(OwnParameters(verb))
            .Add("steps:")
            .Add($"  - bash: modelops {verb.CommandText}")
            .Add("    name: ${{ parameters.stepName }}")
            .Add($"    displayName: modelops {verb.CommandText}")
            .Add("    condition: ${{ parameters.condition }}")
            .Add("    target:")
            .Add("      commands: restricted")
            .Add("      settableVariables:")
            .AddAll(verb.AllOutputs.Select(output => $"        - {output.Name.Camel}"))
            .Add("    env:")
            .AddAll(verb.Inputs.SelectMany(Mapping))
            .Add("      MODELOPS_NO_SUMMARY: '1'")
            .Add("      ${{ each variable in parameters.credentials }}:")
            .Add("        ${{ variable.key }}: ${{ variable.value }}")
            .ToString();

    private static IEnumerable<string> Parameter(InputDescriptor input)
    {
        yield return $"  - name: {input.Name.Camel}";
        yield return $"    type: {(input.IsFlag ? "boolean" : "string")}";
        yield return $"    displayName: {YamlText.Quote(input.Help())}";
        if (input.IsFlag)
        {
            yield return "    default: false";
        }
        else if (!input.MustBeGiven())
        {
            yield return "    default: ''";
        }

        if (input.Choices.Count > 0)
        {
            yield return "    values:";
            foreach (var choice in input.Choices.Prepend(""))
            {
                yield return $"      - {YamlText.Quote(choice)}";
            }
        }
    }

    // Later steps read outputs as stepName.output, in which a hyphen has no place.
    private static string StepName(VerbDescriptor verb) => new InputName(verb.PascalName()).Camel;

    private static IEnumerable<string> OwnParameters(VerbDescriptor verb) =>
    [
        "  - name: stepName",
        "    type: string",
        "    displayName: 'Name of the step, by which later steps read its outputs.'",
        $"    default: {StepName(verb)}",
        "  - name: condition",
        "    type: string",
        "    displayName: 'Condition under which the step runs.'",
        "    default: succeeded()",
        "  - name: credentials",
        "    type: object",
        "    displayName: 'Secret variables for the step, such as MLFLOW_TRACKING_TOKEN: $(MLFLOW_TRACKING_TOKEN).'",
        "    default: {}",
    ];

    // A switch that is off is not mapped, so that modelops.yml may turn it on; an empty text counts as absent anyway.
    private static IEnumerable<string> Mapping(InputDescriptor input) => input.IsFlag
        ? [$"      ${{{{ if eq(parameters.{input.Name.Camel}, true) }}}}:", $"        MODELOPS_{input.Name.Environment}: 'true'"]
        : [$"      MODELOPS_{input.Name.Environment}: ${{{{ parameters.{input.Name.Camel} }}}}"];
}
