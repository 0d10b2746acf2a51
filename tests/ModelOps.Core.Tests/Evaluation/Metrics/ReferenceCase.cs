using System.Globalization;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

/// <summary>Values that scikit-learn gives for some rows of a file.</summary>
public sealed record ReferenceCase(string File, string Part, bool Counted, bool Weighted, IReadOnlyDictionary<string, double?> Metrics)
{
    internal EvaluationTask Task => Enum.Parse<EvaluationTask>(File.Split('-')[0], ignoreCase: true);

    /// <summary>The rows of the case, and how often each counts; no counts when each counts once.</summary>
    internal (PredictionSet Set, byte[] Counts) Read()
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(ReferenceData.Root, File + ".csv")).Select(line => line.Split(',')).ToArray();
        var columns = lines[0].Select((name, column) => (name, cells: lines.Skip(1).Select(line => line[column]).ToArray())).ToDictionary(pair => pair.name, pair => pair.cells);
        var rows = Enumerable.Range(0, lines.Length - 1).Where(row => Part is "" || columns["part"][row] == Part).ToArray();
        var set = new PredictionSet
        {
            Task = Task,
            Labels = Numbers(columns["label"]),
            Predictions = Numbers(columns["prediction"]),
            Probabilities = [.. columns.Keys.Where(name => name is "probability" or ['p', >= '0' and <= '9']).Select(name => Numbers(columns[name]))],
            Classes = Task switch { EvaluationTask.Binary => ["no", "yes"], EvaluationTask.Multiclass => ["a", "b", "c", "d"], _ => [] },
            Weights = Weighted ? Numbers(columns["weight"]) : null,
            Queries = columns.TryGetValue("query", out var queries) ? [.. Numbers(queries).Select(query => (int)query)] : null,
        };
        return (set.Select(rows), Counted ? [.. rows.Select(row => byte.Parse(columns["count"][row], CultureInfo.InvariantCulture))] : []);
    }

    private static double[] Numbers(string[] cells) => Array.ConvertAll(cells, cell => double.Parse(cell, CultureInfo.InvariantCulture));
}
