using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Reading;

namespace ModelOps.Evaluation.Profiles;

/// <summary>Makes the profile of a file of inputs, CSV or JSON lines, in one pass.</summary>
internal static class DataProfiler
{
    /// <summary>Profiles a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="like">
    /// Profile whose columns, bins and categories are used; a column of it that the file lacks is not in the result, and a text in a column of
    /// numbers counts as missing. Null when bins follow from the file.
    /// </param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="ModelOpsException">The file cannot be read, or has no rows (MOP6001, MOP6003, MOP6007; exit 2).</exception>
    public static Task<DataProfile> ProfileAsync(string path, DataProfile? like, CancellationToken cancellationToken) =>
        Task.Run(() => Profile(path, like, cancellationToken), cancellationToken);

    private static DataProfile Profile(string path, DataProfile? like, CancellationToken cancellationToken)
    {
        var problems = new RowProblems(path);
        using var source = RowSources.Open(path, ReadLimits.Default, problems, cancellationToken);
        var references = like?.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var sketches = new List<IColumnSketch?>();
        var rows = 0L;
        while (source.Read())
        {
            rows++;
            for (var column = 0; column < source.Columns.Count; column++)
            {
                if (column == sketches.Count)
                {
                    sketches.Add(Sketch(source.Columns[column], references, ProfileLimits.For(source.Columns.Count)));
                }

                if (sketches[column] is { } sketch && source[column] is var text && !InputValue.IsMissing(text))
                {
                    sketch.Add(text);
                }
            }
        }

        problems.ThrowIfAny();
        return rows == 0
            ? throw problems.Stop(EvaluationDiagnostics.ValueInvalid, "There are no rows; expected a line for every input.")
            : new(rows, [.. sketches.Select((sketch, column) => sketch?.Build(source.Columns[column], rows)).OfType<ColumnProfile>()]);
    }

    private static IColumnSketch? Sketch(string name, Dictionary<string, ColumnProfile>? references, ProfileLimits limits)
    {
        if (references is null)
        {
            return new OpenSketch(limits);
        }

        return !references.TryGetValue(name, out var reference) ? null
            : reference.Edges.Count > 0 ? new LikeNumbersSketch(reference)
            : new LikeTextsSketch(reference);
    }
}
