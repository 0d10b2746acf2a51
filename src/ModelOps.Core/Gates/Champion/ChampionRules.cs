using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Configuration.Gates;
using ModelOps.Core.Judging;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Rules;

/// <summary>What must hold in the section <c>gates.champion</c> of modelops.yml.</summary>
/// <param name="evaluation">Where predictions come from; null when the model has none.</param>
/// <param name="place">The section.</param>
internal sealed class ChampionRules(EvaluationSection? evaluation, SectionPlace place)
{
    public void Check(GatesSection gates, JudgingRules names)
    {
        var section = gates.Champion;
        var metric = section.Metric is { } name ? names.CheckName(place, "metric", name) : Usual();
        foreach (var (also, found) in section.Also.Zip(place.Items("also")))
        {
            names.CheckName(found, "metric", also.Metric);
            GateRules.NotNegative(found, "not_worse_by", also.NotWorseBy);
        }

        if (section.BySlice && gates.Slices is null)
        {
            place.Misconfigured("by_slice", "There are no slices to compare by: add gates.slices.");
        }

        if (section.Cluster?.Trim().Length == 0)
        {
            place.Invalid("cluster", "cluster names a column of the predictions.");
        }

        CheckBaseline(section.Baseline, place.Find("baseline"));
        var problems = Numbers(section).ToList();
        problems.ForEach(problem => place.Misconfigured(problem.Key, problem.Message));
        if (problems.Count == 0 && metric is not null)
        {
            CheckPlan(section, metric);
        }
    }

    private IMetric? Usual() => evaluation is null ? null : MetricCatalog.Primary(evaluation.Task, evaluation.Columns.Probability.Count > 0);

    private static IEnumerable<(string Key, string Message)> Numbers(ChampionGateSection section)
    {
        if (section.Hypothesis == Hypothesis.Superior && section.Tolerance != 0)
        {
            yield return ("tolerance", "Superiority accepts no loss: leave tolerance out, or set hypothesis: non-inferior.");
        }

        if (section.Hypothesis != Hypothesis.Superior && section.Tolerance <= 0)
        {
            yield return (section.Tolerance == 0 ? "hypothesis" : "tolerance", "This hypothesis needs a tolerance above 0, in the unit of the metric.");
        }

        if (section.Alpha is not (> 0 and < 0.5))
        {
            yield return ("alpha", "Expected a probability above 0 and below 0.5.");
        }

        if (section.Resamples is < ComparisonPlans.FewestResamples or > ComparisonPlans.MostResamples)
        {
            yield return ("resamples", $"Expected {ComparisonPlans.FewestResamples} to {ComparisonPlans.MostResamples} resamples.");
        }
    }

    // What is left to go wrong is the number of resamples for this alpha, and the method for these predictions.
    private void CheckPlan(ChampionGateSection section, IMetric metric)
    {
        var columns = evaluation!.Columns;
        try
        {
            var plan = ComparisonPlans.Create(section with { Metric = metric.Name, Also = [] }, evaluation.Task, columns.Probability.Count > 0);
            MethodFit.Check(plan, new()
            {
                Task = evaluation.Task,
                Labels = [],
                Predictions = [],
                Weights = columns.Weight is null ? null : [],
                Clusters = section.Cluster is null ? null : [],
            });
        }
        catch (ModelOpsException failure)
        {
            var finding = failure.Diagnostics[0];
            place.Misconfigured(finding.Code == EvaluationDiagnostics.MethodUnfit.Code ? "method" : "resamples", finding.Message);
        }
    }

    private static void CheckBaseline(BaselineSection baseline, SectionPlace? found)
    {
        if (found is null)
        {
            return;
        }

        if (baseline.Kind == BaselineKind.Predictions != baseline.Predictions is not null)
        {
            found.Misconfigured("predictions", "kind: predictions and the file under predictions go together.");
        }

        CommandRules.CheckPath(found, "predictions", baseline.Predictions);
        GateRules.NotNegative(found, "must_beat_by", baseline.MustBeatBy);
    }
}
