using System.Buffers;

namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// Sums of rows by a code. Neighbouring rows add to different lanes, because an addition to a place in memory has to wait for the one
/// before it to the same place.
/// </summary>
internal static class Lanes
{
    private const int Count = 4;
    private const int OnStack = 512;

    /// <summary>Adds up every row's value as often as it counts.</summary>
    /// <param name="counts">How often every row counts.</param>
    /// <param name="codes">Code of every row.</param>
    /// <param name="values">Value of every row; null when all are 1.</param>
    /// <param name="sums">Takes the sum of every code.</param>
    public static void Sum(ReadOnlySpan<byte> counts, int[] codes, double[]? values, Span<double> sums)
    {
        var size = Count * sums.Length;
        var rented = size > OnStack ? ArrayPool<double>.Shared.Rent(size) : null;
        var lanes = rented is null ? stackalloc double[OnStack] : rented.AsSpan();
        lanes[..size].Clear();
        Fill(counts[..codes.Length], codes, values, lanes, sums.Length);
        for (var code = 0; code < sums.Length; code++)
        {
            sums[code] = lanes[code] + lanes[sums.Length + code] + (lanes[(2 * sums.Length) + code] + lanes[(3 * sums.Length) + code]);
        }

        if (rented is not null)
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static void Fill(ReadOnlySpan<byte> counts, int[] codes, double[]? values, Span<double> lanes, int width)
    {
        var first = lanes[..width];
        var second = lanes.Slice(width, width);
        var third = lanes.Slice(2 * width, width);
        var fourth = lanes.Slice(3 * width, width);
        var row = 0;
        if (values is null)
        {
            for (; row <= codes.Length - Count; row += Count)
            {
                first[codes[row]] += counts[row];
                second[codes[row + 1]] += counts[row + 1];
                third[codes[row + 2]] += counts[row + 2];
                fourth[codes[row + 3]] += counts[row + 3];
            }
        }
        else
        {
            for (; row <= codes.Length - Count; row += Count)
            {
                first[codes[row]] += counts[row] * values[row];
                second[codes[row + 1]] += counts[row + 1] * values[row + 1];
                third[codes[row + 2]] += counts[row + 2] * values[row + 2];
                fourth[codes[row + 3]] += counts[row + 3] * values[row + 3];
            }
        }

        for (; row < codes.Length; row++)
        {
            first[codes[row]] += counts[row] * (values is null ? 1 : values[row]);
        }
    }
}
