using System.Text;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Metrics;
using ModelOps.Core.Packaging;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Profiles;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gates.Mutants;

/// <summary>A candidate that passes all gates, beside a champion that is worse: real model files, made-up predictions.</summary>
internal sealed class GoodCase : IDisposable
{
    public const int Rows = 2000;

    private const string Diabetes = "3.x-diabetes-regressor";
    private readonly TempDirectory _directory = new();

    public GoodCase(string model = Diabetes, Action<string>? changeFiles = null)
    {
        foreach (var name in new[] { "candidate", "champion" })
        {
            TestFiles.CopyDirectory(TestFiles.Model(model), _directory.File(name));
            changeFiles?.Invoke(_directory.File(name));
        }

        File.WriteAllText(Path.Combine(CandidatePath, "notes.txt"), "the candidate");
        var (labels, candidate, champion) = Draw();
        Value = new()
        {
            Model = new()
            {
                Name = "churn",
                Gates = AllGates,
                HasEvaluation = true,
            },
            CheckLimits = new() { Strict = true },
            Today = new(2026, 11, 21),
            Root = _directory.Path,
            Candidate = new()
            {
                Name = "models:/churn/7",
                Directory = new(CandidatePath),
                Actual = Identify(CandidatePath),
                Registered = Identify(CandidatePath),
                IsRegistered = true,
                Tags = new Dictionary<string, string> { ["owner"] = "churn team", ["risk"] = "low" },
                Description = "Predicts which customers leave within three months.",
                ModelCard = new("# Churn\n\n## Intended use\n\nLetters to customers.\n\n### Not for\n\nPrices.\n\n## Limitations\n\nNo business customers.\n"),
                Predictions = new(Predictions(labels, candidate)),
                FileMetrics = new(new Dictionary<string, double> { ["profit"] = 12 }),
                RunMetrics = new(new Dictionary<string, double> { ["cv_auc"] = 0.9 }),
                Runtime = new(new RuntimeMeasurement(2, [.. Enumerable.Range(0, 100).Select(answer => 20.0 + (answer % 10))])),
                Inputs = new(Profile(0.21, 0.19, 0.2, 0.22, 0.18)),
                Reference = new(Profile(0.2, 0.2, 0.2, 0.2, 0.2)),
            },
            Champion = new()
            {
                Name = "models:/churn/6",
                Directory = new(_directory.File("champion")),
                Actual = Identify(_directory.File("champion")),
                Registered = Identify(_directory.File("champion")),
                IsRegistered = true,
                Predictions = new(Predictions(labels, champion)),
            },
        };
    }

    public GateCase Value { get; }

    public string CandidatePath => _directory.File("candidate");

    public static GatesSection AllGates { get; } = new()
    {
        Metadata = new()
        {
            Tags = new Dictionary<string, string> { ["owner"] = "required", ["risk"] = "low|medium" },
            DescriptionWords = 5,
            ModelCard = "docs/model-card.md",
            Sections = ["Intended use", "Limitations"],
        },
        Metrics =
        [
            new() { Name = "roc_auc", Min = 0.85 },
            new() { Name = "log_loss", Max = 0.5 },
            new() { Name = "profit", Min = 10, From = MetricSource.File },
            new() { Name = "cv_auc", Min = 0.8, From = MetricSource.Run },
        ],
        Slices = new() { By = ["plan"], Rules = [new() { Metric = "accuracy", Min = 0.6, MaxGap = 0.15 }] },
        Fairness = [new() { Metric = "recall", Groups = "gender", MaxDifference = 0.2 }],
        Runtime = new() { MaxSizeMb = 1, MaxLoadSeconds = 10, MaxP95Ms = 100, Run = "score", Requests = "requests.jsonl" },
        Data = new() { Inputs = "inputs.csv", Reference = "reference.json", MaxPsi = 0.25, MaxMissing = 0.05 },
        Champion = new() { Metric = "roc_auc", Hypothesis = Hypothesis.NonInferior, Tolerance = 0.01, Resamples = 500 },
    };

    public static GatesSection NoGates { get; } = new()
    {
        Package = new() { Enabled = false },
        Signature = new() { Enabled = false },
        Champion = new() { Enabled = false },
    };

    /// <summary>The configuration of one gate; that of the digest is none.</summary>
    public static GatesSection Only(string gate) => gate switch
    {
        "digest" => NoGates,
        "metadata" => NoGates with { Metadata = AllGates.Metadata },
        "package" => NoGates with { Package = AllGates.Package },
        "signature" => NoGates with { Signature = AllGates.Signature },
        "metrics" => NoGates with { Metrics = AllGates.Metrics },
        "slices" => NoGates with { Slices = AllGates.Slices },
        "fairness" => NoGates with { Fairness = AllGates.Fairness },
        "runtime" => NoGates with { Runtime = AllGates.Runtime },
        "data" => NoGates with { Data = AllGates.Data },
        _ => NoGates with { Champion = AllGates.Champion },
    };

    public GateCase With(GatesSection gates) => Value with { Model = Value.Model with { Gates = gates } };

    public static ContentDigest Hash(string directory) =>
        ContentHasher.ComputeAsync(DirectoryContent.Open(directory), SilentProgress.Instance, CancellationToken.None).GetAwaiter().GetResult();

    public void Dispose() => _directory.Dispose();

    private static ContentIdentity Identify(string directory) => ContentIdentity.Of(Hash(directory));

    private static DataProfile Profile(params double[] shares) =>
        new(Rows, [new ColumnProfile("age", [30, 40, 50, 60], [], shares, 0.01), new ColumnProfile("tenure", [1, 2, 3, 4], [], shares, 0)]);

    // The candidate knows what the label is drawn from; the champion sees it through noise.
    private static (double[] Labels, double[] Candidate, double[] Champion) Draw()
    {
        var random = new Random(5);
        var (labels, candidate, champion) = (new double[Rows], new double[Rows], new double[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            var strength = 3 * Normal(random);
            (candidate[row], champion[row]) = (Logistic(strength), Logistic(strength + (4 * Normal(random))));
            labels[row] = random.NextDouble() < candidate[row] ? 1 : 0;
        }

        return (labels, candidate, champion);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Logistic(double strength) => 1 / (1 + Math.Exp(-strength));

    private static PredictionSet Predictions(double[] labels, double[] probabilities) => new()
    {
        Task = EvaluationTask.Binary,
        Labels = labels,
        Predictions = Array.ConvertAll(probabilities, probability => probability >= 0.5 ? 1.0 : 0.0),
        Probabilities = [probabilities],
        Classes = ["0", "1"],
        Keys = Keys(),
        Slices =
        [
            new("plan", [.. Enumerable.Range(0, Rows).Select(row => row % 10 == 0 ? 2 : row % 10 < 4 ? 1 : 0)], ["basic", "plus", "pro"]),
            new("gender", [.. Enumerable.Range(0, Rows).Select(row => row % 7 < 3 ? 1 : 0)], ["f", "m"]),
        ],
    };

    private static RowKeys Keys()
    {
        var keys = Enumerable.Range(0, Rows).Select(row => Encoding.UTF8.GetBytes($"c{row:D5}")).ToList();
        return new([.. keys.SelectMany(key => key)], [.. Enumerable.Range(0, Rows + 1).Select(row => row * 6)]);
    }
}
