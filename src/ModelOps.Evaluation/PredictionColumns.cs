namespace ModelOps.Evaluation;

/// <summary>Which columns of a file of predictions hold what.</summary>
internal sealed record PredictionColumns
{
    public required EvaluationTask Task { get; init; }

    /// <summary>Column of the true class, value or relevance.</summary>
    public required string Label { get; init; }

    /// <summary>Column of the predicted class, value or score; null when classes follow from probabilities.</summary>
    public string? Prediction { get; init; }

    /// <summary>
    /// Columns of probabilities: one for a binary task (of the positive class), one a class for a multiclass task as <c>class=column</c>, or
    /// plain columns in the sorted order of the classes.
    /// </summary>
    public IReadOnlyList<string> Probability { get; init; } = [];

    /// <summary>Column of scores of a binary task that only order the rows: the higher, the more the positive class; null when there is none.</summary>
    public string? Score { get; init; }

    /// <summary>What the columns make of the predictions.</summary>
    public PredictedOutputs Outputs => OutputsOf(Prediction, Score, Probability);

    /// <summary>Column that names a row; null when rows go by their order.</summary>
    public string? Key { get; init; }

    /// <summary>Column of the row's weight; null when all rows weigh 1.</summary>
    public string? Weight { get; init; }

    /// <summary>Column of the query that a row belongs to, for a ranking task.</summary>
    public string? Query { get; init; }

    /// <summary>Column of the cluster that a row belongs to; null when rows are independent.</summary>
    public string? Cluster { get; init; }

    /// <summary>Columns to slice by, each a name or <c>name:bins(0,6,24)</c>.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    /// <summary>Positive class of a binary task; null means the later of the two in sorted order, as scikit-learn has it.</summary>
    public string? Positive { get; init; }

    /// <summary>Probability from which on the positive class is predicted, where there is no column of predictions.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>What columns make of predictions.</summary>
    public static PredictedOutputs OutputsOf(string? prediction, string? score, IReadOnlyList<string> probability) =>
        score is not null ? prediction is null ? PredictedOutputs.Scores : PredictedOutputs.ScoresAndClasses
        : probability.Count > 0 ? PredictedOutputs.Probabilities
        : PredictedOutputs.Values;
}
