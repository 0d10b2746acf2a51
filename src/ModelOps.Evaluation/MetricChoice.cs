using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation;

/// <summary>Chooses the metrics of an evaluation.</summary>
internal static class MetricChoice
{
    /// <summary>The named metrics, or all that are usual for the task.</summary>
    /// <exception cref="ModelOpsException">Names are no metrics of the task: all of them (MOP6005, exit 2).</exception>
    public static IReadOnlyList<IMetric> Of(IReadOnlyList<string> names, PredictionColumns columns)
    {
        if (names.Count == 0)
        {
            return MetricCatalog.For(columns.Task, columns.Outputs);
        }

        var metrics = new List<IMetric>();
        var problems = new List<Diagnostic>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            try
            {
                metrics.Add(MetricCatalog.Parse(name, columns.Task, columns.Outputs));
            }
            catch (ModelOpsException refused)
            {
                problems.AddRange(refused.Diagnostics);
            }
        }

        return problems.Count == 0 ? [.. metrics.DistinctBy(metric => metric.Name)] : throw new ModelOpsException(ExitCode.BadInput, problems);
    }
}
