using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Reading;

namespace ModelOps.Evaluation;

/// <summary>Metrics that a command of the team's own wrote: a JSON object of numbers by name.</summary>
internal static class MetricsFile
{
    private const int Most = 1_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelOpsException">The file is no such object (MOP6001, MOP6003, exit 2).</exception>
    public static async Task<IReadOnlyDictionary<string, double>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var problems = new RowProblems(path);
        var (source, root) = await JsonDocumentFile.ReadAsync(path, problems, cancellationToken);
        if (root.Kind != JsonValueKind.Object || root.Properties.Count > Most)
        {
            throw problems.Stop(EvaluationDiagnostics.Unreadable, $"Expected a JSON object of at most {Most} numbers by name, found {root.Describe()}.");
        }

        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in root.Properties)
        {
            var isNumber = value.Kind == JsonValueKind.Number & NumberRange.Finite.TryParse(value.Text, out var number);
            if (!isNumber || name.Length == 0)
            {
                problems.Add(EvaluationDiagnostics.ValueInvalid, $"Metric {RowProblems.Show(name)}: expected a finite number, found {value.Describe()}.", source.At(value).Line);
            }

            metrics[name] = number;
        }

        problems.ThrowIfAny();
        return metrics;
    }
}
