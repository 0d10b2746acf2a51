using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Verbs.Train;

/// <summary>Outputs of <c>train</c>.</summary>
public sealed record TrainResult
{
    /// <summary>Registered model.</summary>
    [Output("Registered model, with the environment's catalog and schema.")]
    public required ModelName Model { get; init; }

    /// <summary>Entry point.</summary>
    [Output("Entry point.")]
    public required string EntryPoint { get; init; }

    /// <summary>Command.</summary>
    [Output("Program and arguments that were run, or would be on a dry run, one a line.")]
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Experiment that runs are logged to.</summary>
    [Output("Experiment that runs are logged to.")]
    public required string Experiment { get; init; }

    /// <summary>Seconds.</summary>
    [Output("Seconds that the command took; nothing on a dry run.")]
    public double? Seconds { get; init; }

    /// <summary>Exit code of the command.</summary>
    [Output("Exit code of the command; nothing on a dry run, or when its time was over.")]
    public int? CommandExitCode { get; init; }
}
