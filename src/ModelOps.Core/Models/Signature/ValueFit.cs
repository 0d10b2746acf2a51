using System.Text.Json;
using ModelOps.Abstractions.Json;

namespace ModelOps.Core.Models.Signature;

/// <summary>
/// Whether a JSON value fits a type by the rules by which MLflow enforces signatures: only safe widening (integer to long, float or double; long to
/// double), required properties present, no property that the type does not have.
/// </summary>
internal static class ValueFit
{
    /// <summary>The first part of a value that does not fit; null when all does. A null is a missing value, which whole numbers and bytes do not have.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isCast">Whether it is a cell of a data frame, whose columns MLflow casts.</param>
    public static (JsonTree Place, string Problem)? FindMisfit(JsonTree value, DataType type, bool isCast = false)
    {
        if (type is DataType.Scalar { Kind: var kind } && ScalarFit.NeedsValue(kind) && (value.Kind == JsonValueKind.Null || ScalarFit.IsNotFinite(value)))
        {
            return Wrong(value, $"{NameOf(kind)}, which has no missing values");
        }

        if (value.Kind == JsonValueKind.Null)
        {
            return null;
        }

        return type switch
        {
            DataType.Scalar scalar => ScalarFit.Fits(value, scalar.Kind, isCast) ? null : Wrong(value, NameOf(scalar.Kind)),
            DataType.Array array => value.Kind != JsonValueKind.Array ? Wrong(value, "a list")
                : First(value.Items.Select(item => FindMisfit(item, array.Items))),
            DataType.Map map => value.Kind != JsonValueKind.Object ? Wrong(value, "an object")
                : First(value.Properties.Values.Select(item => FindMisfit(item, map.Values))),
            DataType.Object shape => value.Kind != JsonValueKind.Object ? Wrong(value, "an object") : FindMisfit(value, shape),
            DataType.SparkVector => value.Kind == JsonValueKind.Array ? null : Wrong(value, "a list of numbers"),
            _ => null,
        };
    }

    private static (JsonTree, string)? FindMisfit(JsonTree value, DataType.Object type)
    {
        foreach (var property in type.Properties)
        {
            if (value.Find(property.Name) is not { } found)
            {
                if (property.Required && !value.Properties.ContainsKey(property.Name))
                {
                    return (value, $"the required property '{property.Name}' is missing");
                }
            }
            else if (FindMisfit(found, property.Type) is var (place, problem))
            {
                return (place, $"in the property '{property.Name}' {problem}");
            }
        }

        var unknown = value.Properties.Keys.FirstOrDefault(name => type.Properties.All(property => property.Name != name));
        return unknown is null ? null : (value.Properties[unknown], $"the signature has no property '{unknown}'");
    }

    private static string NameOf(ScalarKind kind) => kind.ToString().ToLowerInvariant();

    private static (JsonTree, string)? First(IEnumerable<(JsonTree, string)?> misfits) =>
        misfits.FirstOrDefault(misfit => misfit is not null);

    private static (JsonTree, string)? Wrong(JsonTree value, string expected) => (value, $"expected {expected}, found {value.Describe()}");
}
