using ModelOps.Core.Running;

namespace ModelOps.MSBuild;

/// <summary>A row of a result's table.</summary>
internal static class TableRow
{
    /// <summary>Column names and texts, in the order of declaration.</summary>
    public static IEnumerable<(string Name, string Text)> Cells(object row) =>
        row.GetType().GetProperties().Select(column => (column.Name, OutputText.Of(column.GetValue(row))));
}
