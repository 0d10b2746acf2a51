using System.Text.Json;
using ModelOps.Abstractions.Json;

namespace ModelOps.Core.Models.Signature;

/// <summary>Whether nested lists have the shape and the element type of a tensor.</summary>
internal static class TensorFit
{
    /// <summary>The first part that does not fit; null when all does.</summary>
    public static (JsonTree Place, string Problem)? FindMisfit(JsonTree value, TensorSpec spec) =>
        FindMisfit(value, spec, 0, new int[spec.Shape.Count]);

    // A free dimension still has one size: lists of different lengths are no tensor.
    private static (JsonTree, string)? FindMisfit(JsonTree value, TensorSpec spec, int depth, int[] sizes)
    {
        if (depth == spec.Shape.Count)
        {
            return spec.Dtype == "object" || (value.Kind != JsonValueKind.Array && TensorType.Fits(value, spec.Dtype))
                ? null
                : (value, $"expected {spec.Dtype} in a tensor of shape ({string.Join(", ", spec.Shape)}), found {value.Describe()}");
        }

        if (value.Kind != JsonValueKind.Array)
        {
            return (value, $"expected {spec.Shape.Count} dimensions, found {depth}");
        }

        sizes[depth] = sizes[depth] == 0 ? value.Items.Count : sizes[depth];
        var expected = spec.Shape[depth] < 0 ? sizes[depth] : spec.Shape[depth];
        if (value.Items.Count != expected)
        {
            return (value, $"expected {expected} items in dimension {depth + 1}, found {value.Items.Count}");
        }

        return value.Items.Select(item => FindMisfit(item, spec, depth + 1, sizes)).FirstOrDefault(misfit => misfit is not null);
    }
}
