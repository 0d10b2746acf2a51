using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Sections;
using ModelOps.Evaluation.Metrics;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Core.Gates;

/// <summary>What must hold for metrics and slices, whichever gate has limits of them.</summary>
/// <param name="evaluation">Where predictions come from; null when the model has none.</param>
internal sealed class MetricRules(EvaluationFacts? evaluation)
{
    /// <summary>Checks the name of a metric that is computed from predictions.</summary>
    /// <returns>The metric; null when it cannot be had.</returns>
    public IMetric? CheckName(SectionPlace place, string key, string name)
    {
        if (evaluation is null)
        {
            place.Misconfigured(key, $"'{name}' is computed from predictions, and the model has none: add evaluation.");
            return null;
        }

        try
        {
            return MetricCatalog.Parse(name, evaluation.Task, evaluation.Outputs);
        }
        catch (ModelOpsException failure)
        {
            place.Misconfigured(key, failure.Diagnostics[0].Message);
            return null;
        }
    }

    /// <summary>Checks columns to slice by.</summary>
    public static void CheckColumns(SectionPlace place, string key, IReadOnlyList<string> columns)
    {
        foreach (var column in columns.SelectMany(SliceSpec.Split).Where(column => !SliceSpec.TryParse(column, out _)))
        {
            place.Invalid(key, $"'{column}' cannot be sliced by: expected {SliceSpec.Expected}.");
        }
    }

    /// <summary>Checks that a metric has limits, and that a value could hold them.</summary>
    public static void CheckLimits(SectionPlace place, string metric, double? min, double? max, string keys, bool hasNone)
    {
        if (hasNone)
        {
            place.Misconfigured("metric", $"'{metric}' has no limit: add {keys}.");
        }

        if (min > max)
        {
            place.Misconfigured("min", FormattableString.Invariant($"No value of '{metric}' is at least {min} and at most {max}."));
        }
    }
}
