using ModelOps.Abstractions.Text;
using ModelOps.Core.Running;

namespace ModelOps.MSBuild;

/// <summary>A verb's result as lines for the build log.</summary>
internal static class ResultText
{
    /// <summary>One line of all simple outputs, then a line for every row of a table or item of a list.</summary>
    public static List<string> Lines(VerbDescriptor verb, object result)
    {
        var simple = new List<string>();
        var rows = new List<string>();
        foreach (var output in verb.Outputs)
        {
            switch (output.ValueIn(result))
            {
                case IEnumerable<string> list:
                    rows.AddRange(list);
                    break;
                case IEnumerable<object> table when output.IsTable:
                    rows.AddRange(table.Select(row => Join(TableRow.Cells(row))));
                    break;
                default:
                    simple.Add($"{output.Name.Kebab}={output.TextIn(result)}");
                    break;
            }
        }

        var heading = simple.Count > 0 ? [$"{verb.CommandText}: {string.Join(' ', simple)}"] : Array.Empty<string>();
        return [.. heading, .. rows.Select(row => $"{verb.CommandText}: {row}")];
    }

    /// <summary>How several models ended, in one line.</summary>
    public static string Line(VerbDescriptor verb, SeriesReport series) => $"{verb.CommandText}: {series.Verdict}";

    private static string Join(IEnumerable<(string Name, string Text)> cells) =>
        string.Join(' ', cells.Where(cell => cell.Text.Length > 0).Select(cell => $"{new InputName(cell.Name).Kebab}={cell.Text}"));
}
