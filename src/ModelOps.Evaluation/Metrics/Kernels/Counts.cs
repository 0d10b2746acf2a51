namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>Sums over rows that count several times.</summary>
internal static class Counts
{
    private static byte[] _ones = [];

    /// <summary>The counts, or a 1 for every row where there are none.</summary>
    public static ReadOnlySpan<byte> OrOnes(ReadOnlySpan<byte> counts, int rows)
    {
        if (!counts.IsEmpty)
        {
            return counts;
        }

        var ones = Volatile.Read(ref _ones);
        if (ones.Length < rows)
        {
            ones = new byte[rows];
            Array.Fill(ones, (byte)1);
            Volatile.Write(ref _ones, ones);
        }

        return ones.AsSpan(0, rows);
    }

    /// <summary>Number of rows, each as often as it counts.</summary>
    public static long Total(ReadOnlySpan<byte> counts)
    {
        long total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        return total;
    }

    /// <summary>
    /// Sum of values, each as often as it counts. Four sums in a fixed order hide the latency of an addition and still give the same bits on
    /// every processor.
    /// </summary>
    public static double Sum(ReadOnlySpan<byte> counts, ReadOnlySpan<double> values)
    {
        counts = counts[..values.Length];
        double first = 0, second = 0, third = 0, fourth = 0;
        var row = 0;
        for (; row <= values.Length - 4; row += 4)
        {
            first += counts[row] * values[row];
            second += counts[row + 1] * values[row + 1];
            third += counts[row + 2] * values[row + 2];
            fourth += counts[row + 3] * values[row + 3];
        }

        for (; row < values.Length; row++)
        {
            first += counts[row] * values[row];
        }

        return first + second + (third + fourth);
    }
}
