using ModelOps.Evaluation;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class SliceTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Slices_are_listed_by_column_and_value_with_their_rows()
    {
        var set = await _lab.ReadAsync("y,p,plan,age\n1,1,pro,10\n1,1,,9\n1,1,basic,10.0\n1,1,pro,2\n", PredictionLab.Regression with { Slices = ["plan", "age"] });
        Assert.Equal(
            ["plan=basic:2", "plan=pro:0,3", "plan=(missing):1", "age=2:3", "age=9:1", "age=10:0,2"],
            PredictionSlices.Of(set).Select(slice => $"{slice.Name}:{string.Join(',', slice.Rows)}"));
    }

    [Fact]
    public async Task Numbers_are_cut_into_bins_that_begin_at_their_edge()
    {
        var set = await _lab.ReadAsync("y,p,t\n1,1,-1\n1,1,0\n1,1,5.999\n1,1,6\n1,1,1e9\n1,1,\n", PredictionLab.Regression with { Slices = ["t:bins(0,6,inf)"] });
        Assert.Equal(
            ["t=<0:0", "t=[0,6):1,2", "t=[6,inf):3,4", "t=(missing):5"],
            PredictionSlices.Of(set).Select(slice => $"{slice.Name}:{string.Join(',', slice.Rows)}"));
    }

    [Fact]
    public async Task A_text_among_binned_numbers_is_refused() =>
        Assert.Equal(("MOP6003", 3, "Column 't': expected a finite number or nothing, found 'x'."), await _lab.RefuseOnceAsync("y,p,t\n1,1,1\n1,1,x\n", PredictionLab.Regression with { Slices = ["t:bins(0)"] }));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a, b,c", "a|b|c")]
    [InlineData("a:bins(0,6,24),b", "a:bins(0,6,24)|b")]
    [InlineData("a)b,c(d", "a)b|c(d")]
    public void A_list_is_split_outside_of_parentheses(string list, string expected) => Assert.Equal(expected.Split('|'), SliceSpec.Split(list));

    [Theory]
    [InlineData("plan", "plan", null)]
    [InlineData("a:b", "a:b", null)]
    [InlineData("bins(0,1)", "bins(0,1)", null)]
    [InlineData("t:bins(0, 6)", "t", "<0|[0,6)|>=6|")]
    [InlineData("t:bins(-inf,0.5,+inf)", "t", "<-inf|[-inf,0.5)|[0.5,inf)|>=inf|")]
    [InlineData("t:bins(1e3)", "t", "<1000|>=1000|")]
    public void A_column_is_read(string text, string column, string? bins)
    {
        Assert.True(SliceSpec.TryParse(text, out var spec));
        Assert.Equal((column, bins), (spec.Column, spec.Bins is null ? null : string.Join('|', spec.Bins.Names)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":bins(0)")]
    [InlineData("t:bins()")]
    [InlineData("t:bins(0,0)")]
    [InlineData("t:bins(6,0)")]
    [InlineData("t:bins(0,x)")]
    [InlineData("t:bins(0,nan)")]
    [InlineData("t:bins(0,,1)")]
    public void Other_texts_are_no_column(string text) => Assert.False(SliceSpec.TryParse(text, out _));
}
