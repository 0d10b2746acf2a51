using FsCheck;
using FsCheck.Fluent;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

/// <summary>Predictions by chance, with equal scores, wrong predictions and weights.</summary>
internal static class RandomSets
{
    public static Arbitrary<PredictionSet> Of(EvaluationTask task) =>
        (from seed in Gen.Choose(0, int.MaxValue - 1) from rows in Gen.Choose(12, 120) select Make(task, rows, seed)).ToArbitrary();

    /// <summary>The same rows in another order.</summary>
    public static int[] Order(int rows)
    {
        var order = Enumerable.Range(0, rows).ToArray();
        new Random(rows).Shuffle(order);
        return order;
    }

    public static PredictionSet Make(EvaluationTask task, int rows, int seed)
    {
        var random = new Random(seed);
        var classes = task switch { EvaluationTask.Binary => 2, EvaluationTask.Multiclass => 3, _ => 0 };
        var set = new PredictionSet
        {
            Task = task,
            Labels = Fill(rows, row => classes > 0 ? row < classes ? row : random.Next(classes) : random.Next(5)),
            Predictions = Fill(rows, _ => classes > 0 ? random.Next(classes) : Math.Round(random.NextDouble() * 5, 1)),
            Weights = seed % 2 == 0 ? Fill(rows, _ => 0.1 + random.NextDouble()) : null,
            Queries = task == EvaluationTask.Ranking ? [.. Enumerable.Range(0, rows).Select(row => row / 4)] : null,
        };
        return set with { Probabilities = Probabilities(classes, rows, random) };
    }

    private static double[][] Probabilities(int classes, int rows, Random random)
    {
        if (classes == 0)
        {
            return [];
        }

        var raw = Enumerable.Range(0, classes).Select(_ => Fill(rows, _ => 1 + random.Next(9))).ToArray();
        var sums = Fill(rows, row => raw.Sum(column => column[row]));
        var shares = Array.ConvertAll(raw, column => Fill(rows, row => column[row] / sums[row]));
        return classes == 2 ? [shares[1]] : shares;
    }

    private static double[] Fill(int rows, Func<int, double> value) => [.. Enumerable.Range(0, rows).Select(value)];
}
