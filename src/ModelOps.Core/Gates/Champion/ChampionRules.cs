using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Sections;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Gates.Champion;

/// <summary>What must hold in the section <c>gates.champion</c> of modelops.yml.</summary>
/// <param name="scope">The section <c>gates</c>.</param>
/// <param name="place">The section of the gate.</param>
internal sealed class ChampionRules(GateRuleScope scope, SectionPlace place)
{
    public void Check()
    {
        var section = scope.Gates.Champion;
        var metric = section.Metric is { } name ? scope.Metrics.CheckName(place, "metric", name) : Usual();
        foreach (var (also, found) in section.Also.Zip(place.Items("also")))
        {
            scope.Metrics.CheckName(found, "metric", also.Metric);
            found.NotNegative("not_worse_by", also.NotWorseBy);
        }

        if (section.BySlice && scope.Gates.Slices is null)
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

        CheckEnvironment(section.Environment);
    }

    private void CheckEnvironment(string? name)
    {
        if (name is not null && !scope.Environments.Contains(name, StringComparer.Ordinal))
        {
            place.Unknown(
                "environment", ConfigurationDiagnostics.UnknownEnvironment, $"The champion is looked for in the environment '{name}'.{Suggestion.Hint(name, scope.Environments)}");
        }
    }

    private IMetric? Usual() => scope.Evaluation is { } evaluation ? MetricCatalog.Primary(evaluation.Task, evaluation.Outputs) : null;

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
        var evaluation = scope.Evaluation!;
        try
        {
            var plan = ComparisonPlans.Create(section with { Metric = metric.Name, Also = [] }, evaluation.Task, evaluation.Outputs);
            MethodFit.Check(plan, new()
            {
                Task = evaluation.Task,
                Labels = [],
                Predictions = [],
                Weights = evaluation.HasWeights ? [] : null,
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
        found.NotNegative("must_beat_by", baseline.MustBeatBy);
    }
}
