namespace ModelOps.Evaluation.Comparison.Resampling;

/// <summary>What is drawn in a resample: rows, or groups of rows that belong together.</summary>
internal sealed class ResampleUnits
{
    private readonly int[]? _unitOfRow;

    private ResampleUnits(int rows, int count, int[]? unitOfRow)
    {
        Rows = rows;
        Count = count;
        _unitOfRow = unitOfRow;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of units.</summary>
    public int Count { get; }

    /// <summary>Length of the buffer that <see cref="Draw"/> needs for the counts of units.</summary>
    public int BufferLength => _unitOfRow is null ? 0 : Count;

    /// <summary>Units of predictions: their clusters, else the queries of a ranking, else rows.</summary>
    public static ResampleUnits Of(PredictionSet set)
    {
        if ((set.Clusters ?? (set.Task == EvaluationTask.Ranking ? set.Queries : null)) is not { } groups)
        {
            return new(set.Count, set.Count, unitOfRow: null);
        }

        // A slice of the rows has only some of the codes.
        var codes = new Dictionary<int, int>();
        var units = Array.ConvertAll(groups, group =>
        {
            codes.TryAdd(group, codes.Count);
            return codes[group];
        });
        return new(set.Count, codes.Count, units);
    }

    /// <summary>Draws a resample.</summary>
    /// <param name="generator">Generator of the resample.</param>
    /// <param name="units">Buffer of <see cref="BufferLength"/> counts.</param>
    /// <param name="rows">Takes how often every row counts.</param>
    public void Draw(ResampleGenerator generator, Span<byte> units, Span<byte> rows)
    {
        if (_unitOfRow is null)
        {
            generator.Draw(rows);
            return;
        }

        generator.Draw(units);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = units[_unitOfRow[row]];
        }
    }

    /// <summary>Counts every row once, except those of the units of one group.</summary>
    /// <param name="groupOfUnit">Group of every unit.</param>
    /// <param name="left">The group that is left out.</param>
    /// <param name="rows">Takes how often every row counts.</param>
    public void LeaveOut(int[] groupOfUnit, int left, Span<byte> rows)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = groupOfUnit[_unitOfRow is null ? row : _unitOfRow[row]] == left ? (byte)0 : (byte)1;
        }
    }
}
