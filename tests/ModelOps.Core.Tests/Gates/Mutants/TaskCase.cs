using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Metrics;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates.Mutants;

/// <summary>Candidates of the tasks that are not binary, with gates on predictions only.</summary>
internal static class TaskCase
{
    private const int Rows = 1500;
    private const int RowsOfQuery = 10;

    public static GateCase Of(EvaluationTask task)
    {
        var random = new Random(11);
        var (labels, candidate, champion) = task switch
        {
            EvaluationTask.Regression => Numbers(random),
            EvaluationTask.Multiclass => Classes(random),
            _ => Ranks(random),
        };
        return new()
        {
            Model = new() { Name = "model", Gates = Gates(task), HasEvaluation = true },
            CheckLimits = new(),
            Today = new(2026, 11, 21),
            Root = "/",
            Candidate = new() { Name = "models:/model/2", Actual = new("sha256:1", "sha256:2"), Predictions = new(Set(task, labels, candidate)) },
            Champion = new() { Name = "models:/model/1", Predictions = new(Set(task, labels, champion)) },
        };
    }

    private static GatesSection Gates(EvaluationTask task)
    {
        var (metric, limit, gap) = task switch
        {
            EvaluationTask.Regression => (new MetricGateSection { Name = "rmse", Max = 1.2 }, "rmse", 0.3),
            EvaluationTask.Multiclass => (new MetricGateSection { Name = "log_loss", Max = 0.7 }, "accuracy", 0.15),
            _ => (new MetricGateSection { Name = "ndcg", Min = 0.85 }, "ndcg", 0.1),
        };
        return GoodCase.NoGates with
        {
            Metrics = [metric],
            Slices = new() { By = ["region"], Rules = [new() { Metric = limit, MaxGap = gap }] },
            Champion = new() { Metric = limit, Resamples = 500 },
        };
    }

    private static (double[] Labels, double[][] Candidate, double[][] Champion) Numbers(Random random)
    {
        var truth = Draw(random, 3);
        return (Add(truth, random, 1), [truth], [Add(truth, random, 2)]);
    }

    private static (double[] Labels, double[][] Candidate, double[][] Champion) Ranks(Random random)
    {
        var labels = Enumerable.Range(0, Rows).Select(_ => (double)random.Next(4)).ToArray();
        return (labels, [Add(labels, random, 0.8)], [Add(labels, random, 3)]);
    }

    private static (double[] Labels, double[][] Candidate, double[][] Champion) Classes(Random random)
    {
        double[][] strengths = [Draw(random, 3), Draw(random, 3), Draw(random, 3)];
        var candidate = Softmax(strengths);
        var labels = Enumerable.Range(0, Rows).Select(row =>
        {
            var place = random.NextDouble();
            return place < candidate[0][row] ? 0.0 : place < candidate[0][row] + candidate[1][row] ? 1 : 2;
        });
        return ([.. labels], candidate, Softmax([.. strengths.Select(column => Add(column, random, 4))]));
    }

    private static PredictionSet Set(EvaluationTask task, double[] labels, double[][] columns)
    {
        var isMulticlass = task == EvaluationTask.Multiclass;
        return new()
        {
            Task = task,
            Labels = labels,
            Predictions = isMulticlass
                ? [.. Enumerable.Range(0, Rows).Select(row => (double)Enumerable.Range(0, 3).MaxBy(index => columns[index][row]))]
                : columns[0],
            Probabilities = isMulticlass ? columns : [],
            Classes = isMulticlass ? ["a", "b", "c"] : [],
            Queries = task == EvaluationTask.Ranking ? [.. Enumerable.Range(0, Rows).Select(row => row / RowsOfQuery)] : null,
            Slices = [new("region", [.. Enumerable.Range(0, Rows).Select(row => row / RowsOfQuery % 10 == 0 ? 1 : 0)], ["north", "south"])],
        };
    }

    private static double[][] Softmax(double[][] strengths) =>
    [
        .. strengths.Select(column => column.Select((value, row) => Math.Exp(value) / strengths.Sum(other => Math.Exp(other[row]))).ToArray()),
    ];

    private static double[] Draw(Random random, double spread) => Add(new double[Rows], random, spread);

    private static double[] Add(double[] values, Random random, double spread) => Array.ConvertAll(
        values, value => value + (spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())));
}
