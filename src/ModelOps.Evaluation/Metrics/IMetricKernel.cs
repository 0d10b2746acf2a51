namespace ModelOps.Evaluation.Metrics;

/// <summary>A metric over one set of predictions. May be called from several threads.</summary>
internal interface IMetricKernel
{
    /// <summary>The metric's value.</summary>
    /// <param name="counts">How often every row counts, as in a bootstrap resample; empty when every row counts once.</param>
    /// <returns>NaN where the metric is not defined, such as the AUC of rows of one class.</returns>
    double Evaluate(ReadOnlySpan<byte> counts);
}
