using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Train;

/// <summary>Outputs of <c>train</c>.</summary>
public sealed record TrainResult
{
    [Output("Registered model, with the environment's catalog and schema.")]
    public required ModelName Model { get; init; }

    [Output("Entry point.")]
    public required string EntryPoint { get; init; }

    [Output("Program and arguments that were run, or would be on a dry run, one a line.")]
    public required IReadOnlyList<string> Command { get; init; }

    [Output("Experiment that runs are logged to.")]
    public required string Experiment { get; init; }

    [Output("ID of the run that the training logged; nothing on a dry run, when it failed, or when it logged none.")]
    public string? Run { get; init; }

    [Output("Reference of the model that it logged, for --path of register: models:/ID (MLflow 3) or runs:/ID/PATH; nothing when there is none, or more than one.")]
    public string? ModelUri { get; init; }

    [Output("What the command was kept from in a build that is not trusted: processes, environment or none; nothing in other builds.")]
    public string? Isolation { get; init; }

    [Output("Seconds that the command took; nothing on a dry run.")]
    public double? Seconds { get; init; }

    [Output("Exit code of the command; nothing on a dry run, or when its time was over.")]
    public int? CommandExitCode { get; init; }
}
