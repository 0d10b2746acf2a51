namespace ModelOps.Abstractions.IO;

/// <summary>
/// Orders text by its UTF-8 bytes, which is the order of code points. Ordinal comparison of strings differs above U+FFFF: it compares surrogates.
/// </summary>
internal sealed class Utf8Order : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static Utf8Order Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var common = left.CommonPrefixLength(right);
        return common == left.Length || common == right.Length ? left.Length - right.Length : Rank(left[common]) - Rank(right[common]);
    }

    // Surrogates stand for code points above all that fit into one unit.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
