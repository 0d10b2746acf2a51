using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>Several models as a table: a row a model, with how it ended and what the verb says in short.</summary>
internal static class SeriesTable
{
    /// <summary>The table.</summary>
    public static OutputTable Of(VerbDescriptor verb, SeriesReport series)
    {
        var simple = verb.Outputs.Where(output => !output.IsTable && output.Name.Property != "Model").ToList();
        var shown = simple.Exists(output => output.IsHeadline) ? simple.Where(output => output.IsHeadline).ToList() : simple;
        return new(
            [new("model"), new("outcome"), .. shown.Select(output => OutputColumn.Of(output.Name.Property, output.ValueType, []))],
            [.. series.Models.Select(model => (IReadOnlyList<string>)
            [
                model.Model,
                SeriesReport.Words(model.Report.ExitCode),
                .. shown.Select(output => model.Report.Result is { } result ? OutputTable.CellOf(output.ValueIn(result)) : ""),
            ])]);
    }

    /// <summary>Tables of a verb that has no other outputs, each of all models together; for others the table of models says it.</summary>
    public static IReadOnlyList<OutputTable> Joined(VerbDescriptor verb, SeriesReport series, bool isFolded) => verb.Outputs.All(output => output.IsTable)
        ? [.. verb.Outputs.Select(output => Join([.. series.Models.Select(model => model.Report.Result).OfType<object>().Select(result => isFolded ? OutputTable.FoldedOf(output, result) : OutputTable.Of(output, result))]))
            .OfType<OutputTable>()]
        : [];

    private static OutputTable? Join(IReadOnlyList<OutputTable> tables) =>
        tables.Any(table => table.Rows.Count > 0) ? tables[0] with { Rows = [.. tables.SelectMany(table => table.Rows)] } : null;
}
