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

    /// <summary>Whether scores that only order the rows are enough in place of probabilities.</summary>
    bool TakesScores => false;

    /// <summary>Whether the metric needs predicted classes, which do not follow from scores.</summary>
    bool NeedsClasses => false;

    /// <summary>The largest difference that two models can have; infinite where there is none.</summary>
    double Reach => double.PositiveInfinity;

    /// <summary>Whether a constant can be perfect, as one that calls everything positive is by recall.</summary>
    bool IsWonByConstants => false;

    /// <summary>Whether a single row decides the metric, so that rows say nothing of how sure it is.</summary>
    bool IsExtreme => false;

    /// <summary>Does all that does not depend on how often a row counts, such as sorting.</summary>
    IMetricKernel Prepare(PredictionSet set);

    /// <summary>Number of independent differences from -1 to 1 whose mean the difference of two models is; null where it is no such mean.</summary>
    int? CountUnits(PredictionSet set) => null;
}
