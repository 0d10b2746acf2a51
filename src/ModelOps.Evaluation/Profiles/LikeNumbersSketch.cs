namespace ModelOps.Evaluation.Profiles;

/// <summary>A column of numbers, counted by the bins of a reference.</summary>
/// <param name="reference">The reference.</param>
internal sealed class LikeNumbersSketch(ColumnProfile reference) : IColumnSketch
{
    private readonly BinCounts _counts = new([.. reference.Edges]);

    /// <inheritdoc />
    public bool Add(ReadOnlySpan<char> text)
    {
        var isNumber = InputValue.TryParseNumber(text, out var value);
        if (isNumber)
        {
            _counts.Add(value);
        }

        return isNumber;
    }

    /// <inheritdoc />
    public ColumnProfile Build(string name, long rows) => reference with { Name = name, Shares = _counts.Shares(), Missing = Missing.Share(rows, _counts.Total) };
}
