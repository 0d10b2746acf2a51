using ModelOps.Core.Gates;
using ModelOps.Core.Reporting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Testing.Reports;

/// <summary>Reports of every kind, to be rendered and looked at.</summary>
internal static class SampleReports
{
    private const string Digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>All kinds by name.</summary>
    public static IReadOnlyDictionary<string, Func<ReleaseReport>> All { get; } = new Dictionary<string, Func<ReleaseReport>>
    {
        ["passed"] = Passed,
        ["failed"] = Failed,
        ["undecided"] = Undecided,
        ["multiclass"] = () => Evaluation(SamplePredictions.Multiclass(3000, 5)),
        ["regression"] = Regression,
        ["ranking"] = () => Evaluation(SamplePredictions.Ranking(200)),
        ["gates-only"] = () => Failed() with { Challenger = null, Champion = null, Comparison = null },
        ["hostile"] = () => HostileReport.Create(HostileReport.Texts[0]),
    };

    /// <summary>All parts, and a challenger that is better.</summary>
    public static ReleaseReport Passed()
    {
        var (challenger, champion) = SamplePredictions.Binary(6000);
        return new()
        {
            Title = "churn, version 7",
            Status = GateStatus.Passed,
            Decision = Decision.Promote,
            CreatedAt = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero),
            Facts = Facts(),
            Gates = SampleChecks.Passed,
            Comparison = Comparison(challenger, 0.0197, 0.0121, 0.0274, ComparisonVerdict.Better),
            Challenger = challenger,
            Champion = champion,
            ChampionName = "models:/churn/6 (champion)",
            Evidence = Evidence(),
        };
    }

    public static ReleaseReport Failed() => Passed() with { Status = GateStatus.Failed, Decision = Decision.Reject, Gates = SampleChecks.Failed };

    public static ReleaseReport Undecided()
    {
        var report = Passed();
        return report with
        {
            Status = GateStatus.NotEnoughEvidence,
            Decision = Decision.Keep,
            Gates = SampleChecks.Undecided,
            Comparison = Comparison(report.Challenger!, 0.0031, -0.0042, 0.0104, ComparisonVerdict.NotEnoughEvidence) with
            {
                IsShown = false, Power = 0.23, MoreRows = 31_400,
            },
        };
    }

    public static ReleaseReport Regression()
    {
        var (challenger, champion) = SamplePredictions.Regression(2500);
        var plan = new ComparisonPlan { Metric = Metric("rmse", EvaluationTask.Regression), Hypothesis = Hypothesis.Equivalent, Tolerance = 8 };
        return Evaluation((challenger, champion)) with
        {
            Decision = Decision.Promote,
            ChampionName = "models:/diabetes/3 (champion)",
            Comparison = new()
            {
                Plan = plan,
                Primary = new("rmse", "", 25.6, 31.9, 6.3, 5.4, 7.2, 0.0003, null, 2500, ComparisonVerdict.NotWorse),
                IsShown = true, Power = 0.97, MoreRows = 0, AreIdentical = false,
            },
        };
    }

    private static ReleaseReport Evaluation((PredictionSet Challenger, PredictionSet Champion) sets) => new()
    {
        Title = "predictions.csv",
        CreatedAt = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero),
        Challenger = sets.Challenger,
        Champion = sets.Champion,
        Evidence = Evidence(),
    };

    private static ComparisonOutcome Comparison(PredictionSet set, double effect, double lower, double upper, ComparisonVerdict verdict)
    {
        var rows = set.Count;
        return new()
        {
            Plan = new()
            {
                Metric = Metric("roc_auc", set.Task), Hypothesis = Hypothesis.NonInferior, Tolerance = 0.005, BySlice = true,
                Also = [new(Metric("log_loss", set.Task), 0.01), new(Metric("recall", set.Task), 0.02), new(Metric("brier", set.Task), null)],
            },
            Primary = new("roc_auc", "", 0.8612, 0.8612 - effect, effect, lower, upper, verdict == ComparisonVerdict.Better ? 0.0005 : 0.0312, null, rows, verdict),
            Others =
            [
                new("log_loss", "", 0.3612, 0.4101, 0.0489, 0.0391, 0.0581, 0.0005, 0.0045, rows, ComparisonVerdict.Better),
                new("recall", "", 0.5512, 0.5604, -0.0092, -0.0281, 0.0102, 0.1712, 0.5136, rows, ComparisonVerdict.NotEnoughEvidence),
                new("brier", "", 0.1121, 0.1269, 0.0148, 0.0117, 0.0179, null, null, rows, ComparisonVerdict.Better),
                new("roc_auc", "plan=basic", 0.8623, 0.8441, 0.0182, 0.0081, 0.0285, 0.0005, 0.0045, 2601, ComparisonVerdict.Better),
                new("roc_auc", "plan=family", 0.8588, 0.8397, 0.0191, 0.0062, 0.0318, 0.0015, 0.0090, 1840, ComparisonVerdict.Better),
                new("roc_auc", "plan=premium", 0.8694, 0.8402, 0.0292, 0.0094, 0.0481, 0.0010, 0.0070, 1104, ComparisonVerdict.Better),
                new("roc_auc", "plan=student", 0.8211, 0.8464, -0.0253, -0.0551, -0.0012, 0.9712, 0.9990, 455, ComparisonVerdict.Worse),
                new("roc_auc", "region=north", 0.8641, 0.8409, 0.0232, 0.0102, 0.0361, 0.0005, 0.0045, 1992, ComparisonVerdict.Better),
            ],
            IsShown = true,
            Power = 0.98,
            MoreRows = 0,
            AreIdentical = false,
        };
    }

    private static IMetric Metric(string name, EvaluationTask task) => MetricCatalog.Parse(name, task, hasProbabilities: true);

    private static IReadOnlyList<ReportFact> Facts() =>
    [
        new("Environment", "staging"), new("Version", "models:/staging.sales.churn/7"), new("Champion", "models:/staging.sales.churn/6"),
        new("Commit", "4f1c2d9a7be03f6d5a8c"), new("Branch", "main"), new("Build", "https://ci.example.org/builds/1183") { Link = "https://ci.example.org/builds/1183" },
    ];

    private static IReadOnlyList<ReportFact> Evidence() =>
        [new("Model", Digest), new("Champion's model", Digest.Replace('9', '3')), new("Held-out data", Digest.Replace('8', '5')), new("Configuration", Digest.Replace('f', '1'))];
}
