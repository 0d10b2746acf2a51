using System.Globalization;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Metrics;

/// <summary>All metrics that the toolkit computes.</summary>
internal static class MetricCatalog
{
    private static readonly Dictionary<EvaluationTask, string[]> Usual = new()
    {
        [EvaluationTask.Binary] =
        [
            "roc_auc", "pr_auc", "log_loss", "brier", "ece", "accuracy", "balanced_accuracy", "precision", "recall", "specificity", "f1", "fbeta@2",
            "mcc", "kappa",
        ],
        [EvaluationTask.Multiclass] =
        [
            "accuracy", "balanced_accuracy", "precision", "recall", "f1", "fbeta@2", "precision_weighted", "recall_weighted", "f1_weighted",
            "mcc", "kappa", "roc_auc", "pr_auc", "log_loss", "brier", "ece",
        ],
        [EvaluationTask.Regression] = ["rmse", "mae", "median_ae", "mape", "r2", "pinball@0.5"],
        [EvaluationTask.Ranking] = ["ndcg", "ndcg@10"],
    };

    /// <summary>All families of metrics.</summary>
    public static IReadOnlyList<MetricFamily> Families { get; } =
        [.. ClassMetrics.All, .. ProbabilityMetrics.All, .. RegressionMetrics.All, .. RankingMetrics.All];

    /// <summary>Finds the metric of a name, of ours or of scikit-learn or MLflow.</summary>
    /// <exception cref="ModelOpsException">There is no such metric, or not for these predictions.</exception>
    public static IMetric Parse(string name, EvaluationTask task, bool hasProbabilities) => Parse(name, task, Outputs(hasProbabilities));

    /// <summary>Finds the metric of a name, for predictions that may be scores.</summary>
    /// <exception cref="ModelOpsException">There is no such metric, or not for these predictions.</exception>
    public static IMetric Parse(string name, EvaluationTask task, PredictedOutputs outputs)
    {
        var at = name.IndexOf('@', StringComparison.Ordinal);
        var stem = MetricNames.Canonical(at < 0 ? name : name[..at]);
        var family = Families.FirstOrDefault(candidate => candidate.Name == stem) ?? throw Unknown(name, task);
        if (!family.Tasks.Contains(task))
        {
            throw Refused($"'{name}' is no metric of a {Word(task)} task. {Choice(task)}");
        }

        var metric = at < 0 ? WithoutParameter(family) : WithParameter(family, name[(at + 1)..]);
        return MetricFit.FindProblem(metric, outputs) is { } problem ? throw Refused($"'{name}' {problem}") : metric;
    }

    /// <summary>The metrics that are usual for a task, each once; others are had by their name.</summary>
    public static IReadOnlyList<IMetric> For(EvaluationTask task, bool hasProbabilities) => For(task, Outputs(hasProbabilities));

    /// <summary>The same for predictions that may be scores.</summary>
    public static IReadOnlyList<IMetric> For(EvaluationTask task, PredictedOutputs outputs) =>
        [.. Usual[task].Select(name => Parse(name, task, hasProbabilities: true)).Where(metric => MetricFit.FindProblem(metric, outputs) is null)];

    /// <summary>The metric that models are compared by where nobody chose one.</summary>
    public static IMetric Primary(EvaluationTask task, bool hasProbabilities) => Primary(task, Outputs(hasProbabilities));

    /// <summary>The same for predictions that may be scores.</summary>
    public static IMetric Primary(EvaluationTask task, PredictedOutputs outputs)
    {
        var name = task switch
        {
            EvaluationTask.Binary when outputs != PredictedOutputs.Values => "roc_auc",
            EvaluationTask.Binary or EvaluationTask.Multiclass => "accuracy",
            EvaluationTask.Regression => "rmse",
            _ => "ndcg",
        };
        return Parse(name, task, outputs);
    }

    private static PredictedOutputs Outputs(bool hasProbabilities) => hasProbabilities ? PredictedOutputs.Probabilities : PredictedOutputs.Values;

    private static Metric WithoutParameter(MetricFamily family) => family.Parameter switch
    {
        null => new Metric(family, family.Name, 0),
        { Default: { } usual } => new Metric(family, family.Name, usual),
        var parameter => throw Refused($"'{family.Name}' needs {parameter.Expected} after an @, such as '{family.Name}@{parameter.Example}'."),
    };

    private static Metric WithParameter(MetricFamily family, string text)
    {
        if (family.Parameter is not { } parameter)
        {
            throw Refused($"'{family.Name}' takes nothing after its name, found '@{text}'.");
        }

        var number = parameter.Read(text)
            ?? throw Refused($"'{family.Name}@' needs {parameter.Expected}, such as '{family.Name}@{parameter.Example}'; found '{text}'.");
        return new Metric(family, string.Create(CultureInfo.InvariantCulture, $"{family.Name}@{number}"), number);
    }

    private static ModelOpsException Unknown(string name, EvaluationTask task)
    {
        string[] known = [.. Families.Where(family => family.Tasks.Contains(task)).Select(family => family.Name)];
        return Refused($"There is no metric '{name}'.{MetricNames.Hint(name, known)} {Choice(task)}");
    }

    private static string Choice(EvaluationTask task) => $"Metrics of a {Word(task)} task: {string.Join(", ", Usual[task])}.";

    private static string Word(EvaluationTask task) => task.ToString().ToLowerInvariant();

    private static ModelOpsException Refused(string message) => new(ExitCode.BadInput, EvaluationDiagnostics.UnknownMetric.At(message));
}
