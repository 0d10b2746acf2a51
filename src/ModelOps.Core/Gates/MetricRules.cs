using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Configuration.Gates;
using ModelOps.Evaluation.Metrics;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Core.Rules;

/// <summary>What must hold for the gates of modelops.yml that judge predictions: metrics, slices and fairness.</summary>
/// <param name="evaluation">Where predictions come from; null when the model has none.</param>
/// <param name="gates">The section <c>gates</c>.</param>
internal sealed class JudgingRules(EvaluationSection? evaluation, SectionPlace gates)
{
    public void Check(GatesSection section)
    {
        foreach (var (limits, place) in section.Metrics.Zip(gates.Items("metrics")))
        {
            CheckMetric(limits, place);
        }

        foreach (var repeated in section.Metrics.GroupBy(limits => (limits.Name, limits.From)).Where(group => group.Count() > 1))
        {
            gates.Misconfigured("metrics", $"The metric '{repeated.Key.Name}' is there twice: write min and max in one entry.");
        }

        if (section.Slices is { } slices && gates.Find("slices") is { } found)
        {
            CheckSlices(slices, found);
        }

        foreach (var (limits, place) in section.Fairness.Zip(gates.Items("fairness")))
        {
            CheckName(place, "metric", limits.Metric);
            CheckColumns(place, "groups", [limits.Groups]);
            GateRules.NotNegative(place, "max_difference", limits.MaxDifference);
        }

        CheckForms(section);
    }

    // Slices bear the name of their column, so that two ways to cut one column could not be told apart.
    private void CheckForms(GatesSection section)
    {
        var entries = (section.Slices?.By ?? []).Concat(section.Fairness.Select(limits => limits.Groups)).SelectMany(SliceSpec.Split).Distinct(StringComparer.Ordinal);
        var specs = entries.Select(entry => SliceSpec.TryParse(entry, out var spec) ? spec : null).OfType<SliceSpec>();
        foreach (var column in specs.GroupBy(spec => spec.Column, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            gates.Misconfigured(section.Slices is null ? "fairness" : "slices", $"The column '{column.Key}' is cut in two ways: use the same bins everywhere.");
        }
    }

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
            return MetricCatalog.Parse(name, evaluation.Task, evaluation.Columns.Probability.Count > 0);
        }
        catch (ModelOpsException failure)
        {
            place.Misconfigured(key, failure.Diagnostics[0].Message);
            return null;
        }
    }

    private void CheckMetric(MetricGateSection limits, SectionPlace place)
    {
        CheckLimits(place, limits.Name, limits.Min, limits.Max, "min, max or both", limits.Min is null && limits.Max is null);
        if (limits.From == MetricSource.Predictions)
        {
            CheckName(place, "name", limits.Name);
        }
        else if (limits.Name.Trim().Length == 0)
        {
            place.Invalid("name", "A metric needs a name.");
        }

        if (limits.From == MetricSource.File && evaluation?.Run is null)
        {
            place.Misconfigured("from", "Nobody writes a file of metrics: let a command under evaluation.run write {metrics}.");
        }
    }

    private void CheckSlices(SliceGateSection slices, SectionPlace place)
    {
        if (slices.By.Count == 0 || slices.Rules.Count == 0)
        {
            place.Misconfigured(slices.By.Count == 0 ? "by" : "rules", "slices has nothing to judge: add a column under by and a limit under rules.");
        }

        CheckColumns(place, "by", slices.By);
        foreach (var (rule, found) in slices.Rules.Zip(place.Items("rules")))
        {
            CheckName(found, "metric", rule.Metric);
            CheckLimits(found, rule.Metric, rule.Min, rule.Max, "min, max or max_gap", rule.Min is null && rule.Max is null && rule.MaxGap is null);
            GateRules.NotNegative(found, "max_gap", rule.MaxGap);
        }
    }

    private static void CheckColumns(SectionPlace place, string key, IReadOnlyList<string> columns)
    {
        foreach (var column in columns.SelectMany(SliceSpec.Split).Where(column => !SliceSpec.TryParse(column, out _)))
        {
            place.Invalid(key, $"'{column}' cannot be sliced by: expected {SliceSpec.Expected}.");
        }
    }

    private static void CheckLimits(SectionPlace place, string metric, double? min, double? max, string keys, bool hasNone)
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
