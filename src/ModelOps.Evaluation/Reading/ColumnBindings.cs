using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Evaluation.Reading;

/// <summary>Brings the values of a row to the columns that want them.</summary>
internal sealed class ColumnBindings
{
    private const int ShownColumns = 20;

    private readonly List<(string Name, IColumnBuilder Builder)> _wanted = [];
    private readonly List<int> _places = [];
    private int _bound;

    /// <summary>Adds a column that wants the values of a name.</summary>
    public T Add<T>(string name, T builder)
        where T : IColumnBuilder
    {
        _wanted.Add((name, builder));
        _places.Add(-1);
        return builder;
    }

    /// <summary>Hands over the values of a row.</summary>
    public void Feed(IRowSource row)
    {
        Bind(row.Columns);
        for (var index = 0; index < _wanted.Count; index++)
        {
            _wanted[index].Builder.Add(_places[index] < 0 ? [] : row[_places[index]], row.Line);
        }
    }

    /// <summary>Ends reading when a column is not there.</summary>
    /// <exception cref="ModelOpsException">Columns are missing: all of them (MOP6002).</exception>
    public void RequireAll(string file, IReadOnlyList<string> columns)
    {
        Bind(columns);
        var missing = _wanted.Where((_, index) => _places[index] < 0).Select(wanted => wanted.Name).Distinct(StringComparer.Ordinal).Take(RowProblems.Most).ToList();
        if (missing.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, [.. missing.Select(name => EvaluationDiagnostics.ColumnMissing.At(
                $"There is no column {RowProblems.Show(name)}.{Nearest(name, columns)}{Separators(columns)}", new(file, 1)))]);
        }
    }

    private void Bind(IReadOnlyList<string> columns)
    {
        for (; _bound < columns.Count; _bound++)
        {
            for (var index = 0; index < _wanted.Count; index++)
            {
                _places[index] = _wanted[index].Name == columns[_bound] ? _bound : _places[index];
            }
        }
    }

    // Where no name is near, those that are there say what the file is.
    private static string Nearest(string name, IReadOnlyList<string> columns) => Suggestion.Hint(name, columns) is { Length: > 0 } hint
        ? hint
        : $" There are: {string.Join(", ", columns.Take(ShownColumns).Select(column => RowProblems.Show(column)))}{(columns.Count > ShownColumns ? ", ..." : "")}.";

    private static string Separators(IReadOnlyList<string> columns) =>
        columns.Count == 1 && columns[0].IndexOfAny([';', '\t', '|']) >= 0 ? " The header is a single value: expected commas between values." : "";
}
