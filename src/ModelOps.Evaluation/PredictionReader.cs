using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Reading;

namespace ModelOps.Evaluation;

/// <summary>Reads files of predictions, CSV or JSON lines, in one pass and column by column.</summary>
internal static class PredictionReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Which columns hold what.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="ModelOpsException">The file has problems: the first twenty of them (MOP6001 to MOP6004, MOP6007; exit 2).</exception>
    public static Task<PredictionSet> ReadAsync(string path, PredictionColumns columns, CancellationToken cancellationToken) =>
        ReadAsync(path, columns, ReadLimits.Default, cancellationToken);

    /// <summary>Reads a file within some limits.</summary>
    public static Task<PredictionSet> ReadAsync(string path, PredictionColumns columns, ReadLimits limits, CancellationToken cancellationToken) =>
        Task.Run(() => Read(path, columns, limits, cancellationToken), cancellationToken);

    private static PredictionSet Read(string path, PredictionColumns columns, ReadLimits limits, CancellationToken cancellationToken)
    {
        if (ColumnRules.FindProblems(columns) is { Count: > 0 } wrong)
        {
            throw new ModelOpsException(ExitCode.BadInput, wrong);
        }

        var problems = new RowProblems(path);
        var table = new PredictionTable(columns, limits, problems);
        using var rows = RowSources.Open(path, limits, problems, cancellationToken);
        if (rows.HasAllColumns)
        {
            table.RequireColumns(path, rows);
        }

        while (rows.Read())
        {
            if (table.Rows == limits.Rows)
            {
                throw problems.Stop(EvaluationDiagnostics.TooLarge, $"There are more than {limits.Rows} rows.", rows.Line);
            }

            table.Add(rows);
        }

        if (rows.HasAllColumns && table.Rows > 0)
        {
            table.RequireColumns(path, rows);
        }

        var set = table.Build();
        RowAlignment.RequireUniqueKeys(set, path);
        return set;
    }
}
