using ModelOps.Core.Gates;
using ModelOps.Core.Reporting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Testing.Reports;

/// <summary>A report of every part with a handful of rows, to be compared letter by letter.</summary>
internal static class SmallReport
{
    private static readonly double[] Labels = [0, 0, 0, 1, 0, 1, 1, 0, 1, 1];

    public static ReleaseReport Create()
    {
        var metric = MetricCatalog.Parse("roc_auc", EvaluationTask.Binary, hasProbabilities: true);
        return new()
        {
            Title = "churn, version 7",
            Status = GateStatus.Failed,
            Decision = Decision.Reject,
            CreatedAt = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero),
            Facts = [new("Environment", "staging"), new("Branch", "feature/<b>")],
            Gates =
            [
                new("metrics", "roc_auc", GateStatus.Passed, "0.96", "at least 0.80", "0.84", ""),
                new("runtime", "p95 latency", GateStatus.Failed, "91 ms", "at most 80 ms", "", "Slower than allowed."),
                new("slices", "plan=a", GateStatus.NotJudged, "5 rows", "at least 100 rows", "", ""),
            ],
            Comparison = new()
            {
                Plan = new() { Metric = metric, Hypothesis = Hypothesis.NonInferior, Tolerance = 0.02 },
                Primary = new("roc_auc", "", 0.96, 0.84, 0.12, -0.08, 0.32, 0.11, null, 10, ComparisonVerdict.NotEnoughEvidence),
                Others = [new("roc_auc", "plan=a", 1, 0.75, 0.25, 0, 0.5, 0.2, 0.4, 5, ComparisonVerdict.NotEnoughEvidence)],
                IsShown = false, Power = 0.12, MoreRows = 240, AreIdentical = false,
            },
            Challenger = Set(0.1, 0.2, 0.3, 0.35, 0.4, 0.6, 0.7, 0.65, 0.8, 0.9),
            Champion = Set(0.2, 0.55, 0.1, 0.3, 0.4, 0.5, 0.9, 0.75, 0.6, 0.95),
            ChampionName = "models:/churn/6",
            Evidence = [new("Model", "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")],
        };
    }

    private static PredictionSet Set(params double[] probabilities) => new()
    {
        Task = EvaluationTask.Binary,
        Labels = Labels,
        Predictions = Array.ConvertAll(probabilities, probability => probability >= 0.5 ? 1.0 : 0),
        Probabilities = [probabilities],
        Classes = ["no", "yes"],
        Slices = [new("plan", [0, 1, 0, 1, 0, 1, 0, 1, 0, 1], ["a", "b"])],
    };
}
