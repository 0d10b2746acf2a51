using ModelOps.Core.Checks;
using ModelOps.Evaluation;

namespace ModelOps.Core.Gates;

/// <summary>All that gates judge: the evidence of the candidate, beside that of the champion.</summary>
internal sealed record GateCase
{
    /// <summary>The model's section of modelops.yml.</summary>
    public required JudgedModel Model { get; init; }

    /// <summary>Limits of <c>check</c>.</summary>
    public required CheckSection CheckLimits { get; init; }

    /// <summary>Today, for waivers.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The model that wants to become champion.</summary>
    public required ModelEvidence Candidate { get; init; }

    /// <summary>The present champion; null when there is none.</summary>
    public ModelEvidence? Champion { get; init; }

    /// <summary>Whether the candidate is the present champion, which is why there is none to compare it with.</summary>
    public bool IsChampion { get; init; }

    /// <summary>Predictions that are compared with while there is no champion, aligned with the candidate's, where modelops.yml names a file of them.</summary>
    public Evidence<PredictionSet> Baseline { get; init; } = Evidence<PredictionSet>.None;

    /// <summary>Where modelops.yml is, for paths that it names.</summary>
    public required string Root { get; init; }

    /// <summary>Seed of everything random; wins over that of modelops.yml when it is given.</summary>
    public int? Seed { get; init; }

    /// <summary>The seed that holds: the one that is given, else that of modelops.yml.</summary>
    public int EffectiveSeed => Seed ?? Model.Gates.Seed;
}
