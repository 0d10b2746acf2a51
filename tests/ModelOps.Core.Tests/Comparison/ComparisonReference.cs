using System.Globalization;
using ModelOps.Evaluation;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>What make_reference.py, make_bounds.py and make_reference.R in tests/Reference/comparison have written.</summary>
internal static class ComparisonReference
{
    private static readonly string Root = Path.Combine(TestFiles.Root, "tests", "Reference", "comparison");

    private static readonly Dictionary<string, double> Facts = new[] { "python.csv", "r.csv", "bounds.csv" }
        .SelectMany(name => File.ReadLines(Path.Combine(Root, name)).Skip(1))
        .Select(line => line.Split(','))
        .ToDictionary(cells => cells[0], cells => Number(cells[1]), StringComparer.Ordinal);

    public static double Fact(string name) => Facts[name];

    public static string[][] Lines(string name) => [.. File.ReadLines(Path.Combine(Root, name)).Skip(1).Select(line => line.Split(','))];

    public static (PredictionSet Challenger, PredictionSet Champion) Models(string name)
    {
        var lines = Lines(name + ".csv");
        var isBinary = name.StartsWith("binary", StringComparison.Ordinal);
        var clusters = isBinary ? null : Array.ConvertAll(lines, line => (int)Number(line[3]));
        return (Of(1), Of(2));

        PredictionSet Of(int column)
        {
            var values = Array.ConvertAll(lines, line => Number(line[column]));
            return new()
            {
                Task = isBinary ? EvaluationTask.Binary : EvaluationTask.Regression,
                Labels = Array.ConvertAll(lines, line => Number(line[0])),
                Predictions = isBinary ? Array.ConvertAll(values, value => value >= 0.5 ? 1.0 : 0.0) : values,
                Probabilities = isBinary ? [values] : [],
                Classes = isBinary ? ["0", "1"] : [],
                Clusters = clusters,
            };
        }
    }

    /// <summary>Loss of the champion less that of the challenger, on every row.</summary>
    public static double[] Losses(string name)
    {
        var (challenger, champion) = Models(name);
        return [.. Enumerable.Range(0, challenger.Count).Select(row =>
            Math.Abs(champion.Predictions[row] - champion.Labels[row]) - Math.Abs(challenger.Predictions[row] - challenger.Labels[row]))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
