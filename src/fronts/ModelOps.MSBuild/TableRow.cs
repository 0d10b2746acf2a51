using ModelOps.Core.Contract;

namespace ModelOps.MSBuild;

/// <summary>A row of a result's table.</summary>
internal static class TableRow
{
    /// <summary>Column names and texts, in the order of declaration.</summary>
    public static IEnumerable<(string Name, string Text)> Cells(object row) =>
        row.GetType().GetProperties().Select(column => (column.Name, TextOf(column.GetValue(row))));

    // A metadatum is one text.
    private static string TextOf(object? value) => value is IEnumerable<string> list ? string.Join(", ", list) : OutputText.Of(value);
}
