namespace ModelOps.Evaluation;

/// <summary>Keys of rows as UTF-8, one after the other in one block: a million keys cost their bytes and an offset each.</summary>
/// <param name="bytes">All keys.</param>
/// <param name="starts">Where every key begins, and where the last one ends.</param>
/// <param name="rows">Which key every row has; null when row and key have the same index.</param>
internal sealed class RowKeys(byte[] bytes, int[] starts, int[]? rows = null)
{
    public int Count => rows?.Length ?? starts.Length - 1;

    /// <summary>Key of a row.</summary>
    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            var key = rows is null ? row : rows[row];
            return bytes.AsSpan(starts[key], starts[key + 1] - starts[key]);
        }
    }

    /// <summary>The keys of some rows, in that order.</summary>
    public RowKeys Select(int[] selected) => new(bytes, starts, rows is null ? selected : Array.ConvertAll(selected, row => rows[row]));
}
