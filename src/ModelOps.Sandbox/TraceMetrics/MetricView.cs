namespace ModelOps.Sandbox.TraceMetrics;

/// <summary>What one of the views of metrics is made of.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Tables">Where its rows are, with the trace under the name <c>i</c>.</param>
/// <param name="Time">Time of a row in epoch milliseconds, as SQL.</param>
/// <param name="Metrics">Its metrics.</param>
/// <param name="Dimensions">What rows are told apart by: name, with the value as SQL.</param>
internal sealed record MetricView(
    string Name, string Tables, string Time, IReadOnlyList<MetricKind> Metrics, IReadOnlyDictionary<string, string> Dimensions);
