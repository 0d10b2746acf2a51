namespace ModelOps.Evaluation.Metrics;

/// <summary>Whether a metric can be had of some predictions.</summary>
internal static class MetricFit
{
    /// <summary>What the metric lacks, as the rest of a sentence that begins with its name; null when it lacks nothing.</summary>
    public static string? FindProblem(IMetric metric, PredictedOutputs outputs) => outputs switch
    {
        PredictedOutputs.Values when metric.NeedsProbabilities =>
            "needs probabilities, and the predictions have none: name the column of probabilities, or choose a metric of classes such as accuracy.",
        PredictedOutputs.Scores or PredictedOutputs.ScoresAndClasses when metric.NeedsProbabilities && !metric.TakesScores =>
            "needs probabilities, and scores only order the rows: name a column of probabilities, or choose roc_auc or pr_auc.",
        PredictedOutputs.Scores when metric.NeedsClasses =>
            "needs predicted classes, which do not follow from scores: name the column of predictions, or choose roc_auc or pr_auc.",
        _ => null,
    };
}
