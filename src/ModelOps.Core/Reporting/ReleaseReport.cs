using ModelOps.Core.Gates;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Reporting;

/// <summary>What a report shows, whatever its format.</summary>
internal sealed record ReleaseReport
{
    /// <summary>What the report is about, such as <c>churn, version 7</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The verdict; null for an evaluation, which judges nothing.</summary>
    public GateStatus? Status { get; init; }

    /// <summary>What follows; null for an evaluation.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Whether nothing was judged, because an earlier verdict stands.</summary>
    public bool IsStanding { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Environment, commit, branch, build and the like, by name; values are text from outside.</summary>
    public IReadOnlyList<ReportFact> Facts { get; init; } = [];

    /// <summary>What happens next, a sentence a step.</summary>
    public IReadOnlyList<string> Plan { get; init; } = [];

    /// <summary>Directory of the repository, to which paths are relative; null when there is none.</summary>
    public string? Root { get; init; }

    /// <summary>What the gates said.</summary>
    public IReadOnlyList<GateCheck> Gates { get; init; } = [];

    /// <summary>The comparison; null when there was none.</summary>
    public ComparisonOutcome? Comparison { get; init; }

    /// <summary>Predictions of the model that is judged; null when there are none.</summary>
    public PredictionSet? Challenger { get; init; }

    /// <summary>Predictions of the champion or of a baseline, aligned with those of the challenger; null when there are none.</summary>
    public PredictionSet? Champion { get; init; }

    /// <summary>What the champion is called: a reference, or the name of a baseline.</summary>
    public string ChampionName { get; init; } = "";

    /// <summary>Metrics that somebody asked for: they come first, and slices are shown by the first of them where nothing is compared.</summary>
    public IReadOnlyList<IMetric> Metrics { get; init; } = [];

    /// <summary>Rows that a slice needs to be shown.</summary>
    public int MinSliceRows { get; init; } = 1;

    /// <summary>Digests of everything that was judged, by what it is.</summary>
    public IReadOnlyList<ReportFact> Evidence { get; init; } = [];
}
