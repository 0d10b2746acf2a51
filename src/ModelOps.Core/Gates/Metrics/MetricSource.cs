namespace ModelOps.Core.Gates.Metrics;

/// <summary>Where the value of a metric comes from.</summary>
public enum MetricSource
{
    /// <summary>Computed here, from predictions.</summary>
    Predictions,

    /// <summary>The file of metrics that the evaluation's command wrote.</summary>
    File,

    /// <summary>Metrics that were logged in the run of the version.</summary>
    Run,
}
