using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Evaluation.Comparison;

/// <summary>Whether a method can compare a metric on some predictions.</summary>
internal static class MethodFit
{
    /// <summary>The metric whose rows are right or wrong.</summary>
    public const string Accuracy = "accuracy";

    private const string RocAuc = "roc_auc";

    /// <summary>Refuses a method that does not fit.</summary>
    /// <exception cref="ModelOpsException">It does not fit, with all reasons.</exception>
    public static void Check(ComparisonPlan plan, PredictionSet set)
    {
        Diagnostic[] problems = [.. Extremes(plan), .. Problems(plan, set).Select(problem => Unfit(plan, problem))];
        if (problems.Length > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }
    }

    /// <summary>The finding that a method does not fit.</summary>
    /// <param name="plan">The plan with the method.</param>
    /// <param name="reason">Why, as the rest of a sentence.</param>
    public static Diagnostic Unfit(ComparisonPlan plan, string reason) => EvaluationDiagnostics.MethodUnfit.At(
        $"Method {ChoiceText.Of(plan.Method)} cannot compare {plan.Metric.Name} here: {reason}. Method bootstrap can.");

    private static IEnumerable<Diagnostic> Extremes(ComparisonPlan plan) => plan.Also.Select(also => also.Metric).Prepend(plan.Metric)
        .Where(metric => metric.IsExtreme)
        .Select(metric => EvaluationDiagnostics.MethodUnfit.At(
            $"No method compares {metric.Name}: a single row decides it, so these rows do not say what it is on others. Limit it under gates.metrics, and compare another metric."));

    private static IEnumerable<string> Problems(ComparisonPlan plan, PredictionSet set)
    {
        switch (plan.Method)
        {
            case ComparisonMethod.Bootstrap:
                yield break;
            case ComparisonMethod.Mcnemar when plan.Metric.Name != Accuracy:
                yield return "it compares accuracy only";
                break;
            case ComparisonMethod.Delong when plan.Metric.Name != RocAuc || set.Task != EvaluationTask.Binary:
                yield return "it compares roc_auc of a binary task only";
                break;
            case ComparisonMethod.Wilcoxon when set.Task == EvaluationTask.Ranking:
                yield return "the rows of a query have no loss of their own";
                break;
            default:
                break;
        }

        if (set.Weights is not null)
        {
            yield return "the rows have weights";
        }

        if (set.Clusters is not null)
        {
            yield return "the rows have clusters, so they are not independent";
        }
    }
}
