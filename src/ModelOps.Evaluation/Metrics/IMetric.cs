namespace ModelOps.Evaluation.Metrics;

/// <summary>A number that says how good predictions are.</summary>
internal interface IMetric
{
    /// <summary>Name, such as <c>roc_auc</c> or <c>fbeta@2</c>.</summary>
    string Name { get; }

    /// <summary>Which way is better.</summary>
    MetricDirection Direction { get; }

    /// <summary>Tasks that the metric is for.</summary>
    IReadOnlyList<EvaluationTask> Tasks { get; }

    /// <summary>Whether the metric needs probabilities.</summary>
    bool NeedsProbabilities { get; }

    /// <summary>Does all that does not depend on how often a row counts, such as sorting.</summary>
    IMetricKernel Prepare(PredictionSet set);
}
