namespace ModelOps.Sandbox.TraceMetrics;

/// <summary>A metric of a view.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Value">Its value in a row, as SQL; rows without one do not count.</param>
/// <param name="Aggregations">How it is put together.</param>
/// <param name="Dimensions">What it is told apart by.</param>
/// <param name="Join">More tables that it needs.</param>
internal sealed record MetricKind(
    string Name, string Value, IReadOnlyList<string> Aggregations, IReadOnlyList<string> Dimensions, string Join = "");
