using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Gates;

/// <summary>Metrics of predictions, as several gates need them.</summary>
internal static class MetricValue
{
    /// <summary>Why a gate that needs predictions cannot run without them.</summary>
    public static string Missing(Evidence<PredictionSet> predictions) =>
        predictions.ProblemOr("There are no predictions to judge: add `evaluation` to the model in modelops.yml.");

    /// <summary>The metric of a name.</summary>
    /// <exception cref="ModelOpsException">It is not known, or not for these predictions.</exception>
    public static IMetric Parse(string name, PredictionSet predictions) =>
        MetricCatalog.Parse(name, predictions.Task, predictions.Outputs);

    /// <summary>A metric on all rows; NaN where it is not defined.</summary>
    public static double On(this IMetric metric, PredictionSet predictions) => metric.Prepare(predictions).Evaluate([]);

    /// <summary>A metric on some rows; NaN where it is not defined.</summary>
    public static double On(this IMetric metric, PredictionSet predictions, int[] rows) => metric.On(predictions.Select(rows));

    /// <summary>A value for a table; empty when it is not defined.</summary>
    public static string Show(double value) => double.IsFinite(value) ? GateText.Number(value) : "";
}
