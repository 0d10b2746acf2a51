using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>Ends of messages that only modelops.yml knows.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="verb">The verb.</param>
/// <param name="model">Name of the model that the call says; null when it says none.</param>
internal sealed class InputHints(ToolkitConfiguration configuration, VerbDescriptor verb, string? model)
{
    /// <summary>What to say where a required input has no value.</summary>
    public Diagnostic? ForMissing(InputDescriptor input) => !input.IsKnownFromModels ? null
        : model is not null ? SeriesDiagnostics.NotListed.At(ListedModels.Unknown(configuration, model))
        : InputDiagnostics.Missing.At($"Input '{input.Name.Kebab}' is required: {input.Description} Give --{input.Name.Kebab}, or set MODELOPS_{input.Name.Environment}."
            + ListedModels.Hint(configuration, verb.TakesSeveralModels));

    /// <summary>What was probably meant by a path that is not there.</summary>
    public string ForAbsentPath(InputDescriptor input, string text) =>
        input is { Kind: InputKind.Model, Models: ModelInput.One } && verb.Inputs.Any(other => other.Name.Property == "Model") && configuration.Find(text) is not null
            ? $" modelops.yml lists a model of this name: --model {text}"
            : "";
}
