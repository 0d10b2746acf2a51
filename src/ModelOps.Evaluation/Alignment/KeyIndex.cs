using System.Numerics;

namespace ModelOps.Evaluation.Alignment;

/// <summary>Finds rows by their key: a hash table of row numbers beside the keys' own bytes.</summary>
internal sealed class KeyIndex
{
    private readonly RowKeys _keys;
    private readonly int[] _slots;
    private readonly List<int> _repeated = [];

    public KeyIndex(RowKeys keys)
    {
        _keys = keys;
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, 2L * keys.Count))];
        for (var row = 0; row < keys.Count; row++)
        {
            var slot = FindSlot(keys[row]);
            if (_slots[slot] == 0)
            {
                _slots[slot] = row + 1;
            }
            else
            {
                _repeated.Add(row);
            }
        }
    }

    /// <summary>Rows whose key an earlier row has.</summary>
    public IReadOnlyList<int> Repeated => _repeated;

    /// <summary>The first row with a key; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<byte> key) => _slots[FindSlot(key)] - 1;

    /// <summary>Place of every key of others, -1 where it has none.</summary>
    public int[] Find(RowKeys keys)
    {
        var places = new int[keys.Count];
        for (var row = 0; row < places.Length; row++)
        {
            places[row] = Find(keys[row]);
        }

        return places;
    }

    // The hash is seeded anew in every process, so that no file can be made to collide.
    private int FindSlot(ReadOnlySpan<byte> key)
    {
        var hash = default(HashCode);
        hash.AddBytes(key);
        var slot = hash.ToHashCode() & (_slots.Length - 1);
        while (_slots[slot] != 0 && !_keys[_slots[slot] - 1].SequenceEqual(key))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }
}
