using ModelOps.Core.Contract;
using ModelOps.Evaluation;

namespace ModelOps.Core.Configuration;

/// <summary>Which columns of a file of predictions hold what.</summary>
public sealed record PredictionColumnsSection
{
    [ConfigKey("Column of the true class, value or relevance.", Example = "churned")]
    public required string Label { get; init; }

    [ConfigKey("Column of the predicted class, value or score. Default: the class follows from the probabilities.", Example = "prediction")]
    public string? Prediction { get; init; }

    [ConfigKey("Columns of probabilities: for a binary task that of the positive class; for several classes one each, as class=column.", Example = "[probability]")]
    public IReadOnlyList<string> Probability { get; init; } = [];

    [ConfigKey("Column of scores of a binary task that only order the rows, such as a margin: for roc_auc and pr_auc, in place of a probability.", Example = "margin")]
    public string? Score { get; init; }

    [ConfigKey("Column that names a row. Predictions of two models are aligned by it. Default: rows go by their order.", Example = "customer_id")]
    public string? Key { get; init; }

    [ConfigKey("Column of the weight of a row. Default: all rows weigh 1.", Example = "weight")]
    public string? Weight { get; init; }

    [ConfigKey("Column of the query that a row belongs to, for a ranking task.", Example = "query_id")]
    public string? Query { get; init; }

    [ConfigKey("Positive class of a binary task. Default: the later of the two classes in sorted order.", Example = "1")]
    public string? Positive { get; init; }

    [ConfigKey("Probability from which on the positive class is predicted, where there is no column of predictions.")]
    public double Threshold { get; init; } = 0.5;

    /// <summary>What the columns make of the predictions.</summary>
    internal PredictedOutputs FindOutputs() => PredictionColumns.OutputsOf(Prediction, Score, Probability);
}
