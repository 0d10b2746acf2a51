namespace ModelOps.Evaluation.Profiles;

/// <summary>A column of categories, counted by those of a reference.</summary>
internal sealed class LikeTextsSketch : IColumnSketch
{
    private readonly ColumnProfile _reference;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;
    private readonly long[] _counts;
    private long _total;

    public LikeTextsSketch(ColumnProfile reference)
    {
        _reference = reference;
        _places = reference.Categories.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _counts = new long[reference.Categories.Count + 1];
    }

    /// <inheritdoc />
    public bool Add(ReadOnlySpan<char> text)
    {
        var cut = text.Length <= ProfileLimits.TextLength ? text : text[..ProfileLimits.TextLength];
        _counts[_places.TryGetValue(cut, out var place) ? place : ^1]++;
        _total++;
        return true;
    }

    /// <inheritdoc />
    public ColumnProfile Build(string name, long rows) => _reference with
    {
        Name = name,
        Shares = Array.ConvertAll(_counts, count => _total == 0 ? 0 : (double)count / _total),
        Missing = Missing.Share(rows, _total),
    };
}
