using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Train;

/// <summary>Inputs of <c>train</c>.</summary>
[Verb("train", "Trains a model: runs an entry point of its MLproject file against an environment.")]
public sealed record TrainSettings : VerbSettings
{
    [Input("Model of modelops.yml to train.", IsKnownFromModels = true, IsPositional = true, Example = "churn")]
    public ModelName? Model { get; init; }

    [Input("Entry point of the MLproject file. Default: that of modelops.yml, else main.", Example = "train")]
    public string? EntryPoint { get; init; }

    [Input("Parameters of the entry point, as name=value; they win over modelops.yml.", Example = "alpha=0.5")]
    public IReadOnlyList<Tag> Parameters { get; init; } = [];

    [Input("Fraction of the data to train on, above 0 and at most 1: MODELOPS_SAMPLE, and the parameter sample where there is one.", Example = "0.1")]
    public string? Sample { get; init; }

    [Input("Environment of modelops.yml that runs are logged to. Default: MLflow's variables, else the first.", Example = "dev")]
    public string? Environment { get; init; }

    [Input("Longest time that the training may take. Default: that of modelops.yml, else 4h.", Example = "2h")]
    public Duration? Timeout { get; init; }

    [Input("Say what would be run and start nothing.")]
    public bool DryRun { get; init; }
}
