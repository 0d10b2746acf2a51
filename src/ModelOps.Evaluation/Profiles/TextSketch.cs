using ModelOps.Abstractions.IO;

namespace ModelOps.Evaluation.Profiles;

/// <summary>The most frequent texts of a column. One that a single row has is never named: a profile holds no row.</summary>
/// <param name="capacity">Different texts that are counted.</param>
internal sealed class TextSketch(int capacity) : IColumnSketch
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _total;

    /// <inheritdoc />
    public bool Add(ReadOnlySpan<char> text)
    {
        var lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var cut = text.Length <= ProfileLimits.TextLength ? text : text[..ProfileLimits.TextLength];
        if (lookup.TryGetValue(cut, out var count) || _counts.Count < capacity)
        {
            lookup[cut] = count + 1;
        }

        _total++;
        return true;
    }

    /// <inheritdoc />
    public ColumnProfile Build(string name, long rows)
    {
        var named = _counts.Where(pair => pair.Value > 1)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, Utf8Order.Instance)
            .Take(ProfileLimits.Categories)
            .ToList();
        var other = _total - named.Sum(pair => pair.Value);
        return new(name, [], [.. named.Select(pair => pair.Key)], [.. named.Select(pair => Share(pair.Value)), Share(other)], Missing.Share(rows, _total));
    }

    private double Share(long count) => _total == 0 ? 0 : (double)count / _total;
}
