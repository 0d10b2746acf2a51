namespace ModelOps.Evaluation.Metrics;

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection
{
    /// <summary>More is better.</summary>
    HigherIsBetter,

    /// <summary>Less is better.</summary>
    LowerIsBetter,
}
