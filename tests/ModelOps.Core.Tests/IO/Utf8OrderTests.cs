using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Tests.IO;

public class Utf8OrderTests
{
    [Fact]
    public void A_supplementary_character_comes_after_the_replacement_character() =>
        Assert.True(Utf8Order.Instance.Compare("\U0001F600", "\uFFFD") > 0);

    [Fact]
    public void Order_is_that_of_the_bytes() =>
        Prop.ForAll(Texts(), Texts(), (x, y) =>
            Math.Sign(Utf8Order.Instance.Compare(x, y)) == Math.Sign(Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y))))
        .QuickCheckThrowOnFailure();

    private static Arbitrary<string> Texts() => Gen.Elements("", "a", "/", "-", "\u007F", "\u0080", "\u07FF", "\uD7FF", "\uE000", "\uFFFD", "\U00010000", "\U0001F600", "\U0010FFFF")
        .ListOf(3).Select(string.Concat).ToArbitrary();
}
