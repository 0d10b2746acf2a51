using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

/// <summary>The rows of the large cases, as the functions random_numbers and large of make_reference.py make them.</summary>
internal static class LargeRows
{
    private const int Rows = 100_000;

    public static (PredictionSet Set, byte[] Counts) Of(EvaluationTask task)
    {
        var draws = new double[4 * Rows];
        ulong state = 1;
        for (var index = 0; index < draws.Length; index++)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            draws[index] = (state >> 11) / 9007199254740992.0;
        }

        var isBinary = task == EvaluationTask.Binary;
        var labels = Fill(row => isBinary ? draws[4 * row] < 0.3 ? 1 : 0 : 1000 + (10 * draws[4 * row]));
        var numbers = Fill(row => isBinary ? Math.Floor(((0.25 * labels[row]) + (0.75 * draws[(4 * row) + 1])) * 10000) / 10000 : labels[row] + draws[(4 * row) + 1] - 0.5);
        var set = new PredictionSet
        {
            Task = task,
            Labels = labels,
            Predictions = isBinary ? Fill(row => numbers[row] >= 0.5 ? 1 : 0) : numbers,
            Probabilities = isBinary ? [numbers] : [],
            Weights = Fill(row => 0.1 + draws[(4 * row) + 2]),
        };
        return (set, Array.ConvertAll(Fill(row => draws[(4 * row) + 3] * 3), count => (byte)count));
    }

    private static double[] Fill(Func<int, double> value) => [.. Enumerable.Range(0, Rows).Select(value)];
}
