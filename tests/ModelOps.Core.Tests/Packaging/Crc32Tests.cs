using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Tests.Packaging;

public class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_standard_comes_out() => Assert.Equal(0xCBF43926, Crc32.Append(0, "123456789"u8));

    [Fact]
    public void A_long_text_has_the_value_that_zlib_gives()
    {
        // python3 -c "import zlib; print(hex(zlib.crc32(bytes(i * 7 % 256 for i in range(100003)))))"
        var bytes = Enumerable.Range(0, 100_003).Select(index => (byte)(index * 7)).ToArray();
        Assert.Equal(0x6a8bcd2u, Crc32.Append(0, bytes));
    }

    [Fact]
    public void Every_way_to_compute_and_to_divide_gives_one_value() =>
        Prop.ForAll(Gen.Choose(0, 700).ToArbitrary(), Gen.Choose(0, 700).ToArbitrary(), Gen.Choose(0, 9999).ToArbitrary(), (first, second, seed) =>
        {
            var bytes = new byte[first + second];
            new Random(seed).NextBytes(bytes);
            var whole = Crc32.Append(0, bytes);
            return whole == Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, first)), bytes.AsSpan(first)) && whole == ~Crc32.AppendByTable(~0u, bytes);
        }).QuickCheckThrowOnFailure();
}
