using ModelOps.Abstractions.Text;

namespace ModelOps.Evaluation.Metrics;

/// <summary>Names that others give the metrics, and what is taken for a misspelling.</summary>
internal static class MetricNames
{
    // Two short names differ by a letter or two, and mean something else: mae and mse, rmse and rmsle.
    private const int ShortestNear = 6;
    private const string Negated = "neg_";

    // Names of scikit-learn's functions and scorers, of MLflow's evaluators, and of daily use.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["accuracy_score"] = "accuracy",
        ["balanced_accuracy_score"] = "balanced_accuracy",
        ["precision_score"] = "precision",
        ["recall_score"] = "recall",
        ["sensitivity"] = "recall",
        ["true_positive_rate"] = "recall",
        ["true_negative_rate"] = "specificity",
        ["f1_score"] = "f1",
        ["fbeta_score"] = "fbeta",
        ["matthews_corrcoef"] = "mcc",
        ["cohen_kappa_score"] = "kappa",
        ["cohen_kappa"] = "kappa",
        ["auc"] = "roc_auc",
        ["auroc"] = "roc_auc",
        ["roc_auc_score"] = "roc_auc",
        ["roc_auc_ovr"] = "roc_auc",
        ["average_precision"] = "pr_auc",
        ["average_precision_score"] = "pr_auc",
        ["precision_recall_auc"] = "pr_auc",
        ["auprc"] = "pr_auc",
        ["logloss"] = "log_loss",
        ["cross_entropy"] = "log_loss",
        ["brier_score"] = "brier",
        ["brier_score_loss"] = "brier",
        ["expected_calibration_error"] = "ece",
        ["mean_absolute_error"] = "mae",
        ["mean_squared_error"] = "mse",
        ["root_mean_squared_error"] = "rmse",
        ["median_absolute_error"] = "median_ae",
        ["mean_absolute_percentage_error"] = "mape",
        ["mean_pinball_loss"] = "pinball",
        ["pinball_loss"] = "pinball",
        ["r2_score"] = "r2",
        ["ndcg_score"] = "ndcg",
    };

    // Metrics that are not computed here, and whose names are near to one that is.
    private static readonly string[] Others =
        ["median_ape", "median_absolute_percentage_error", "mean_squared_log_error", "root_mean_squared_log_error", "mean_absolute_scaled_error", "d2_pinball_score"];

    /// <summary>The name that a metric has here.</summary>
    public static string Canonical(string name) => Known.GetValueOrDefault(name, name);

    /// <summary>The end of a message: what was most likely meant by a name that is no metric; never another metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="metrics">Names of the metrics of the task.</param>
    public static string Hint(string name, IReadOnlyCollection<string> metrics)
    {
        var lower = name.ToLowerInvariant();
        if (lower.StartsWith(Negated, StringComparison.Ordinal) && Canonical(lower[Negated.Length..]) is var turned && metrics.Contains(turned))
        {
            return $" That is '{turned}' with its sign turned, which scikit-learn maximizes: ask for '{turned}', and limit it by max.";
        }

        // A parameter is no part of the name.
        var names = metrics.Concat(Known.Where(pair => metrics.Contains(pair.Value)).Select(pair => pair.Key)).Distinct(StringComparer.Ordinal).ToList();
        var same = names.Where(candidate => Letters(candidate) == Letters(lower)).Select(Canonical).Distinct(StringComparer.Ordinal).ToList();
        if (lower.Length > 0 && same.Count > 0)
        {
            return same.Count == 1 ? Question(same[0]) : "";
        }

        if (lower.Length < ShortestNear || Others.Contains(lower))
        {
            return "";
        }

        var near = names.Where(candidate => candidate.Length >= ShortestNear).ToList();
        return Suggestion.For(lower, near) is { } first && IsOnly(lower, first, near) ? Question(Canonical(first)) : "";
    }

    private static bool IsOnly(string name, string first, IEnumerable<string> near) =>
        Suggestion.For(name, near.Where(candidate => Canonical(candidate) != Canonical(first))) is not { } second || Suggestion.Distance(name, second) > Suggestion.Distance(name, first);

    // The same letters in another order or with other separators are a slip of the fingers.
    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Order());

    private static string Question(string name) => $" Did you mean '{name}'?";
}
