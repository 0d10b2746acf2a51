namespace ModelOps.Evaluation.Metrics;

/// <summary>A metric that follows from the weighted mean of a loss that every row has on its own.</summary>
internal interface IRowLossKernel : IMetricKernel
{
    /// <summary>Loss of every row without its weight: lower is better, whichever way the metric goes.</summary>
    ReadOnlySpan<double> Losses { get; }
}
