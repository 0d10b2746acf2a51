using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Reading;

/// <summary>What a header must be: some columns, not too many, each with its own name.</summary>
/// <param name="limits">How much is read.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class HeaderCheck(ReadLimits limits, RowProblems problems)
{
    /// <summary>Checks a header.</summary>
    /// <exception cref="ModelOpsException">It cannot be used (MOP6001, MOP6007).</exception>
    public void Check(IReadOnlyList<string> columns)
    {
        if (columns.Count == 0 || (columns.Count == 1 && columns[0].Length == 0))
        {
            throw problems.Stop(EvaluationDiagnostics.Unreadable, "The file is empty; expected a header line and a line for every row.");
        }

        if (columns.Count > limits.Columns)
        {
            throw problems.Stop(EvaluationDiagnostics.TooLarge, $"The header has {columns.Count} columns; the limit is {limits.Columns}.", line: 1);
        }

        foreach (var name in columns.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            problems.Add(EvaluationDiagnostics.Unreadable, $"The header names the column {RowProblems.Show(name)} more than once.", line: 1);
        }

        problems.ThrowIfAny();
    }
}
