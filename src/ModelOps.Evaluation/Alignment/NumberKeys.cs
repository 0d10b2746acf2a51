using System.Text;
using ModelOps.Evaluation.Classes;

namespace ModelOps.Evaluation.Alignment;

/// <summary>
/// Keys that are numbers in one spelling: pandas writes <c>1.0</c> where it wrote <c>1</c> before, once a column had a gap. Only where keys as they are
/// written do not match is this asked, because <c>1.10</c> may be another name than <c>1.1</c>.
/// </summary>
internal static class NumberKeys
{
    /// <summary>Both in one spelling.</summary>
    /// <returns>Null when a key is no number, or two keys of a set would become the same.</returns>
    public static (KeyIndex Left, KeyIndex Right, RowKeys LeftKeys, RowKeys RightKeys)? Of(RowKeys left, RowKeys right)
    {
        if (Spell(left) is not { } mine || Spell(right) is not { } yours)
        {
            return null;
        }

        var (first, second) = (new KeyIndex(mine), new KeyIndex(yours));
        return first.Repeated.Count + second.Repeated.Count == 0 ? (first, second, mine, yours) : null;
    }

    private static RowKeys? Spell(RowKeys keys)
    {
        var bytes = new List<byte>(8 * keys.Count);
        var starts = new int[keys.Count + 1];
        for (var row = 0; row < keys.Count; row++)
        {
            if (ClassSpelling.NumberName(Encoding.UTF8.GetString(keys[row])) is not { } name)
            {
                return null;
            }

            bytes.AddRange(Encoding.ASCII.GetBytes(name));
            starts[row + 1] = bytes.Count;
        }

        return new([.. bytes], starts);
    }
}
