using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Running;

namespace ModelOps.Core.Recording;

/// <summary>Logs records to runs. What a run has already is not logged again, so that a run after a killed one adds what is missing.</summary>
/// <param name="store">Tracking store of the runs.</param>
/// <param name="context">The verb's context.</param>
internal sealed class RunRecorder(ITrackingStore store, VerbContext context)
{
    /// <summary>Most metrics of one record: a page of runs comes with all that they have.</summary>
    public const int MaxMetrics = 1000;

    /// <summary>Reference of a run, in MLflow's form.</summary>
    public static string UriOf(Run run) => $"runs:/{run.Id}";

    /// <summary>Parameters that a run has with other values, each with the value that it has.</summary>
    public static IReadOnlyList<(Parameter Ours, string Theirs)> FindConflicts(Run run, RunRecord record) =>
    [
        .. record.Parameters
            .Where(parameter => run.Parameters.TryGetValue(parameter.Name, out var value) && value != parameter.Value)
            .Select(parameter => (parameter, run.Parameters[parameter.Name])),
    ];

    /// <summary>Logs a record.</summary>
    /// <param name="run">The run as it is now, without conflicts.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>How many metrics of the record the run has now.</returns>
    public async Task<int> WriteAsync(Run run, RunRecord record, CancellationToken cancellationToken)
    {
        // Parameters first: they say what the metrics are of.
        var parameters = record.Parameters.Where(parameter => !run.Parameters.ContainsKey(parameter.Name)).ToList();
        if (parameters.Count > 0)
        {
            await store.LogParametersAsync(run.Id, parameters, cancellationToken);
        }

        var now = context.Time.GetUtcNow();
        var shown = record.Metrics.Take(MaxMetrics).ToList();
        var metrics = shown
            .Where(metric => !run.Metrics.TryGetValue(metric.Name, out var value) || !value.Equals(metric.Value))
            .Select(metric => new LoggedMetric(metric.Name, metric.Value, now))
            .ToList();
        if (metrics.Count > 0)
        {
            await store.LogMetricsAsync(run.Id, metrics, cancellationToken);
        }

        ReportLeftOut(record);
        return shown.Count;
    }

    /// <summary>The same for a record that nothing depends on: what the store refuses is a warning.</summary>
    /// <returns>How many metrics of the record the run has now; 0 when not all could be logged.</returns>
    public async Task<int> TryWriteAsync(Run run, RunRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(run, record, cancellationToken);
        }
        catch (ModelOpsException failure)
        {
            foreach (var diagnostic in failure.Diagnostics)
            {
                context.Report(diagnostic with { Severity = Severity.Warning, Message = $"Metrics were not logged to the run {run.Id}: {diagnostic.Message}" });
            }

            return 0;
        }
    }

    /// <summary>Says which metrics one run does not get.</summary>
    public void ReportLeftOut(RunRecord record)
    {
        if (record.Count > MaxMetrics)
        {
            context.Report(EvaluationDiagnostics.MetricsLeftOut.At(
                $"{MaxMetrics} of {record.Count} metrics are logged to the run; the other {record.Count - MaxMetrics}, of slices, are left out."));
        }
    }
}
