using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelOps.Core.Packaging;

/// <summary>
/// CRC-32 as in ZIP (reflected polynomial EDB88320). The runtime's own is not public, so this folds with carry-less multiplication where the
/// processor has it (Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009) and uses tables elsewhere.
/// </summary>
internal static class Crc32
{
    private const int FoldBytes = 64;

    // Remainders of x^n, bit-reflected, for folding over 512 and over 128 bits; names as in the paper.
    private static readonly Vector128<ulong> K1K2 = Vector128.Create(0x154442BD4UL, 0x1C6E41596UL);
    private static readonly Vector128<ulong> K3K4 = Vector128.Create(0x1751997D0UL, 0x0CCAA009EUL);

    private static readonly uint[][] Tables = CreateTables();

    /// <summary>Continues a checksum.</summary>
    /// <param name="crc">Checksum of what came before; 0 at the start.</param>
    /// <param name="data">What comes next.</param>
    /// <returns>Checksum of both.</returns>
    public static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        var state = ~crc;
        if (Pclmulqdq.IsSupported && data.Length >= FoldBytes)
        {
            var folded = data[..(data.Length & -Vector128<byte>.Count)];
            state = Fold(state, folded);
            data = data[folded.Length..];
        }

        return ~AppendByTable(state, data);
    }

    /// <summary>Continues with tables of eight bytes; works on the inverted checksum.</summary>
    internal static uint AppendByTable(uint state, ReadOnlySpan<byte> data)
    {
        for (; data.Length >= 8; data = data[8..])
        {
            var low = state ^ BinaryPrimitives.ReadUInt32LittleEndian(data);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            state = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
        }

        foreach (var value in data)
        {
            state = (state >> 8) ^ Tables[0][(state ^ value) & 0xFF];
        }

        return state;
    }

    private static uint Fold(uint state, ReadOnlySpan<byte> data)
    {
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(data);
        var first = blocks[0] ^ Vector128.CreateScalar(state).AsUInt64();
        var second = blocks[1];
        var third = blocks[2];
        var fourth = blocks[3];
        for (blocks = blocks[4..]; blocks.Length >= 4; blocks = blocks[4..])
        {
            first = Multiply(first, K1K2) ^ blocks[0];
            second = Multiply(second, K1K2) ^ blocks[1];
            third = Multiply(third, K1K2) ^ blocks[2];
            fourth = Multiply(fourth, K1K2) ^ blocks[3];
        }

        first = Multiply(first, K3K4) ^ second;
        first = Multiply(first, K3K4) ^ third;
        first = Multiply(first, K3K4) ^ fourth;
        foreach (var block in blocks)
        {
            first = Multiply(first, K3K4) ^ block;
        }

        // The last 128 bits have the same remainder as all that was folded into them.
        return AppendByTable(0, MemoryMarshal.AsBytes(new ReadOnlySpan<Vector128<ulong>>(in first)));
    }

    private static Vector128<ulong> Multiply(Vector128<ulong> value, Vector128<ulong> constants) =>
        Pclmulqdq.CarrylessMultiply(value, constants, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, constants, 0x11);

    private static uint[][] CreateTables()
    {
        var tables = new uint[8][];
        for (var table = 0; table < tables.Length; table++)
        {
            tables[table] = new uint[256];
            for (var value = 0u; value < 256; value++)
            {
                tables[table][value] = table == 0 ? ByteRemainder(value) : (tables[table - 1][value] >> 8) ^ tables[0][tables[table - 1][value] & 0xFF];
            }
        }

        return tables;
    }

    private static uint ByteRemainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        }

        return value;
    }
}
