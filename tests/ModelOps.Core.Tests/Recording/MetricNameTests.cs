using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Recording;

namespace ModelOps.Core.Tests.Recording;

public sealed partial class MetricNameTests
{
    private static readonly string[] Atoms = ["a", "x", "_", "_x", "0041", "41_", ".", "..", "/", " ", "@", "=", "A", "é", "\u0301", "\0", "\u202E", "_xsha_", "_xempty_", "\uD83D\uDE00", "\uD83D"];

    [Theory]
    [InlineData("roc_auc", "roc_auc")]
    [InlineData("a b", "a b")]
    [InlineData("Köln-Süd", "Köln-Süd")]
    [InlineData("a/b", "a_x002F_b")]
    [InlineData("../../etc", "_x002E_._x002F_.._x002F_etc")]
    [InlineData(".", "_x002E_")]
    [InlineData(" a ", "_x0020_a_x0020_")]
    [InlineData("", "_xempty_")]
    [InlineData("_xempty_", "_x005F_xempty_")]
    [InlineData("(missing)", "_x0028_missing_x0029_")]
    [InlineData("a\u202Eb\n", "a_x202E_b_x000A_")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("max_x", "max_x")]
    public void A_part_stays_readable_and_holds_nothing_that_MLflow_refuses(string part, string name) => Assert.Equal(name, MetricName.Of(part));

    [Fact]
    public void A_slice_and_a_metric_with_a_parameter_are_called_as_MLflow_calls_them() =>
        Assert.Equal("slices/plan/a_x003D_b/ndcg_at_10", MetricName.Of(["slices", .. MetricName.Slice("plan=a=b"), MetricName.Metric("ndcg@10")]));

    [Fact]
    public void Names_that_are_too_long_are_cut_and_still_told_apart()
    {
        var (one, other) = (MetricName.Of("slices", "plan", new string('a', 400), "f1"), MetricName.Of("slices", "plan", new string('a', 400), "mcc"));
        Assert.Equal(250, one.Length);
        Assert.StartsWith("slices/plan/aaaa", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
        Assert.True(Tag.IsKey(one));
    }

    [Fact]
    public void Every_text_has_a_name_that_a_server_takes_and_that_no_other_text_has()
    {
        var texts = Gen.Elements(Atoms).ListOf().Select(string.Concat).ToArbitrary();
        var pairs = (from one in texts.Generator from other in texts.Generator select (one, other)).ToArbitrary();
        Prop.ForAll(pairs, pair =>
        {
            var name = MetricName.Of("slices", pair.one);
            return Tag.IsKey(name) && (name.Length == 250 || Decode(name["slices/".Length..]) == pair.one) && (name == MetricName.Of("slices", pair.other)) == (pair.one == pair.other);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static string Decode(string part) => part == "_xempty_"
        ? ""
        : Escape().Replace(part, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-F]{4})_")]
    private static partial Regex Escape();
}
