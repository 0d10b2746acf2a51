using ModelOps.Abstractions.Text;
using ModelOps.Core.Models.Signature;

namespace ModelOps.Core.Gates.Signature;

/// <summary>Types as a table shows them.</summary>
internal static class TypeNames
{
    public static string Of(DataType type) => type switch
    {
        DataType.Scalar scalar => ChoiceText.Of(scalar.Kind),
        DataType.Array array => $"array of {Of(array.Items)}",
        DataType.Map map => $"map of {Of(map.Values)}",
        DataType.Object shape => $"object with {GateText.Count(shape.Properties.Count, "property", "properties")}",
        DataType.SparkVector => "sparkml_vector",
        _ => "any",
    };

    public static string Of(ColumnSpec column) => Of(column.Type) + (column.Required ? "" : ", optional");

    public static string Of(TensorSpec tensor) => $"{tensor.Dtype} ({string.Join(", ", tensor.Shape)})";
}
