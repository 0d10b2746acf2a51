namespace ModelOps.Evaluation;

/// <summary>One metric of a model on a slice.</summary>
/// <param name="Slice">Slice as <c>column=value</c>.</param>
/// <param name="Rows">Rows of the slice.</param>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Value">Value; null where the metric is not defined on the rows.</param>
public sealed record SliceRow(string Slice, int Rows, string Metric, double? Value);
