using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation;

/// <summary>Computes metrics on all rows and on slices; one that is not defined is a finding and has no value.</summary>
/// <param name="set">The predictions.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="report">Takes the findings.</param>
internal sealed class MetricTables(PredictionSet set, IReadOnlyList<IMetric> metrics, Action<Diagnostic> report)
{
    private const int Shown = 5;

    /// <summary>The metrics on all rows.</summary>
    public IReadOnlyList<MetricRow> OfAll()
    {
        var rows = metrics.Select(metric => new MetricRow(metric.Name, Evaluate(metric, set), metric.Direction)).ToList();
        foreach (var row in rows.Where(row => row.Value is null))
        {
            Warn($"'{row.Metric}' is not defined on these rows.");
        }

        return rows;
    }

    /// <summary>The metrics on every slice of enough rows.</summary>
    public IReadOnlyList<SliceRow> OfSlices(int minRows, CancellationToken cancellationToken)
    {
        var rows = new List<SliceRow>();
        foreach (var slice in PredictionSlices.Of(set).Where(slice => slice.Rows.Length >= minRows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = set.Select(slice.Rows);
            rows.AddRange(metrics.Select(metric => new SliceRow(slice.Name, part.Count, metric.Name, Evaluate(metric, part))));
        }

        foreach (var undefined in rows.Where(row => row.Value is null).GroupBy(row => row.Metric, StringComparer.Ordinal))
        {
            var names = undefined.Take(Shown).Select(row => $"'{row.Slice}'");
            Warn($"'{undefined.Key}' is not defined on {undefined.Count()} slices: {string.Join(", ", names)}{(undefined.Count() > Shown ? ", ..." : "")}.");
        }

        return rows;
    }

    private static double? Evaluate(IMetric metric, PredictionSet rows) => metric.Prepare(rows).Evaluate([]) is var value && double.IsFinite(value) ? value : null;

    private void Warn(string message) => report(EvaluationDiagnostics.Undefined.At(message) with { Severity = Severity.Warning });
}
