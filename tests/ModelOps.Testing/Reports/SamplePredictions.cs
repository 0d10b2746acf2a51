using ModelOps.Evaluation;

namespace ModelOps.Testing.Reports;

/// <summary>Predictions made up by a generator of fixed seed: two models that predict the same rows, one a little better.</summary>
internal static class SamplePredictions
{
    private static readonly string[] Plans = ["basic", "family", "premium", "student"];
    private static readonly string[] Regions = ["north", "south", "west"];

    public static (PredictionSet Challenger, PredictionSet Champion) Binary(int rows)
    {
        var random = new Random(17);
        var (labels, strong, weak) = (new double[rows], new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            var trait = Normal(random) - 1;
            labels[row] = random.NextDouble() < Logistic(2 * trait) ? 1 : 0;
            var common = Normal(random);
            strong[row] = Logistic((2 * trait) + (0.5 * common));
            weak[row] = Logistic((2.1 * trait) + (0.5 * common) + (1.1 * Normal(random)) + 0.4);
        }

        var slices = Slices(random, rows);
        return (Set(strong), Set(weak));

        PredictionSet Set(double[] probabilities) => new()
        {
            Task = EvaluationTask.Binary,
            Labels = labels,
            Predictions = Array.ConvertAll(probabilities, probability => probability >= 0.5 ? 1.0 : 0),
            Probabilities = [probabilities],
            Classes = ["stays", "leaves"],
            Slices = slices,
        };
    }

    public static (PredictionSet Challenger, PredictionSet Champion) Multiclass(int rows, int classes)
    {
        var random = new Random(18);
        var labels = Fill(rows, () => random.Next(classes));
        return (Set(0.8), Set(0.7));

        PredictionSet Set(double skill)
        {
            var probabilities = Enumerable.Range(0, classes).Select(_ => new double[rows]).ToArray();
            var predictions = new double[rows];
            for (var row = 0; row < rows; row++)
            {
                var guess = random.NextDouble() < skill ? (int)labels[row] : random.Next(classes);
                var confidence = 0.5 + (0.5 * random.NextDouble());
                predictions[row] = guess;
                for (var code = 0; code < classes; code++)
                {
                    probabilities[code][row] = code == guess ? confidence : (1 - confidence) / (classes - 1);
                }
            }

            return new()
            {
                Task = EvaluationTask.Multiclass,
                Labels = labels,
                Predictions = predictions,
                Probabilities = probabilities,
                Classes = [.. Enumerable.Range(0, classes).Select(code => $"class {(char)('a' + code)}")],
            };
        }
    }

    public static (PredictionSet Challenger, PredictionSet Champion) Regression(int rows)
    {
        var random = new Random(19);
        var labels = Fill(rows, () => 150 + (60 * Normal(random)));
        return (Set(24, 0), Set(30, 6));

        PredictionSet Set(double noise, double bias) => new()
        {
            Task = EvaluationTask.Regression,
            Labels = labels,
            Predictions = Array.ConvertAll(labels, label => 150 + (0.85 * (label - 150)) + (noise * Normal(random)) + bias),
            Slices = Slices(new Random(20), rows),
        };
    }

    public static (PredictionSet Challenger, PredictionSet Champion) Ranking(int queries)
    {
        const int Items = 8;
        var random = new Random(21);
        var labels = Fill(queries * Items, () => random.Next(4));
        return (Set(0.8), Set(1.4));

        PredictionSet Set(double noise) => new()
        {
            Task = EvaluationTask.Ranking,
            Labels = labels,
            Predictions = Array.ConvertAll(labels, label => label + (noise * Normal(random))),
            Queries = [.. Enumerable.Range(0, labels.Length).Select(row => row / Items)],
        };
    }

    private static IReadOnlyList<SliceColumn> Slices(Random random, int rows) =>
    [
        new("plan", Array.ConvertAll(Fill(rows, () => Math.Min(random.Next(5), random.Next(4))), code => (int)code), Plans),
        new("region", Array.ConvertAll(Fill(rows, () => random.Next(3)), code => (int)code), Regions),
    ];

    private static double[] Fill(int rows, Func<double> next)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = next();
        }

        return values;
    }

    private static double Logistic(double value) => 1 / (1 + Math.Exp(-value));

    // Box and Muller.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
