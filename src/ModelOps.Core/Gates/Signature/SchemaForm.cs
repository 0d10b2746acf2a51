using System.Globalization;
using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Gates.Signature;

/// <summary>What inputs and outputs have in common: columns or tensors, with names or by position.</summary>
internal static class SchemaForm
{
    /// <summary>A change of the form itself, beside which no column can be compared; null when there is none.</summary>
    public static SignatureBreak? FindChange(string part, SignatureSchema before, SignatureSchema now)
    {
        var (old, found) = (Describe(before), Describe(now));
        return old.Length == 0 || found.Length == 0 || old == found
            ? null
            : new(part, found, old, $"Callers go by {old}: keep them.");
    }

    /// <summary>A place in a signature; columns without names go by their position, counted from 1.</summary>
    public static string Place(string part, string? name, int index) =>
        $"{part}.{name ?? (index + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The column of a name, or that of a position when columns have no names.</summary>
    public static ColumnSpec? Find(IReadOnlyList<ColumnSpec> columns, string? name, int index) =>
        name is not null ? columns.FirstOrDefault(column => column.Name == name) : columns.ElementAtOrDefault(index);

    private static string Describe(SignatureSchema schema) => schema switch
    {
        { Tensors: [{ Name: null }, ..] } => "a tensor without name",
        { Tensors.Count: > 0 } => "tensors by name",
        { Columns: [{ Name: null }, ..] } => "columns by position",
        { Columns.Count: > 0 } => "columns by name",
        _ => "",
    };
}
