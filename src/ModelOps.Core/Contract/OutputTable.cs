using System.Collections;
using System.Globalization;
using System.Reflection;

namespace ModelOps.Core.Contract;

/// <summary>A list of records as columns and cells, for people. Times are UTC.</summary>
/// <param name="Columns">Columns, from the record's properties.</param>
/// <param name="Rows">Cells as text, not escaped for any sink.</param>
internal sealed record OutputTable(IReadOnlyList<OutputColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Reads an output for which <see cref="OutputDescriptor.IsTable"/> holds.</summary>
    public static OutputTable Of(OutputDescriptor output, object result)
    {
        var properties = output.RowProperties();
        var records = (IEnumerable?)output.ValueIn(result) ?? Array.Empty<object>();
        return new(
            [.. properties.Select(property => OutputColumn.Of(property.Name, property.PropertyType, output.Details))],
            [.. records.Cast<object>().Select(record => properties.Select(property => CellOf(property.Get!(record))).ToArray())]);
    }

    /// <summary>The same with the rows folded that the output folds for people.</summary>
    public static OutputTable FoldedOf(OutputDescriptor output, object result) =>
        output.Property.GetCustomAttribute<FoldAttribute>() is { } fold ? TableFold.Apply(Of(output, result), fold) : Of(output, result);

    /// <summary>One value as people read it.</summary>
    public static string CellOf(object? value) => value switch
    {
        null => "",
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        double number => NumberOf(number),
        _ => InputText.Of(value) ?? "",
    };

    // Six digits are as many as anybody reads; JSON and the outputs of build hosts have all of them. G6 alone would write a million as 1E+06.
    private static string NumberOf(double value) =>
        value.ToString(Math.Abs(value) is >= 1e6 and < 1e15 ? "F0" : "G6", CultureInfo.InvariantCulture);
}
