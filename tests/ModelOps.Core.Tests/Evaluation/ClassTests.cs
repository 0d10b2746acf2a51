namespace ModelOps.Core.Tests.Evaluation;

public sealed class ClassTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("10 9 2", "2|9|10")]
    [InlineData("1 1.0 0 0.00 -0", "0|1")]
    [InlineData("1e1 10.0 0.5", "0.5|10")]
    [InlineData("9007199254740993 9007199254740992", "9007199254740992|9007199254740993")]
    [InlineData("b a B", "B|a|b")]
    [InlineData("01 1 02", "01|02|1")]
    [InlineData("-0.5 0.25", "-0.5|0.25")]
    [InlineData("10 9 x", "10|9|x")]
    [InlineData("True false true", "false|true")]
    [InlineData("True 1", "1")]
    [InlineData("True 0 false 1.0", "0|1")]
    [InlineData("True 2", "2|True")]
    [InlineData("\uE000 \U0001F600 z", "z|\uE000|\U0001F600")]
    public async Task Classes_are_sorted_as_scikit_learn_sorts_them(string labels, string expected)
    {
        var set = await _lab.ReadAsync("y,p\n" + string.Concat(labels.Split(' ').Select(label => $"{label},{labels.Split(' ')[0]}\n")), PredictionLab.Multiclass);
        Assert.Equal(expected.Split('|'), set.Classes);
        Assert.All(set.Predictions, code => Assert.Equal(set.Labels[0], code));
    }

    [Theory]
    [InlineData("yes no", null, "no|yes", "1 0")]
    [InlineData("yes no", "no", "yes|no", "0 1")]
    [InlineData("0 1", "1.0", "0|1", "0 1")]
    [InlineData("1 2", "1", "2|1", "1 0")]
    [InlineData("True False", "true", "false|true", "1 0")]
    [InlineData("True False", "1", "false|true", "1 0")]
    [InlineData("1 0", "True", "0|1", "1 0")]
    [InlineData("1 False", null, "0|1", "1 0")]
    [InlineData("0 0", null, "0|1", "0 0")]
    [InlineData("1 1", null, "not 1|1", "1 1")]
    [InlineData("ham ham", "spam", "ham|spam", "0 0")]
    [InlineData("spam spam", "spam", "not spam|spam", "1 1")]
    public async Task The_positive_class_of_two_is_the_later_one_or_the_one_that_is_named(string labels, string? positive, string classes, string codes)
    {
        var set = await _lab.ReadAsync("y,p\n" + string.Concat(labels.Split(' ').Select(label => $"{label},{label}\n")), PredictionLab.Binary with { Positive = positive });
        Assert.Equal(classes.Split('|'), set.Classes);
        Assert.Equal(codes.Split(' ').Select(double.Parse), set.Labels);
        Assert.Equal(set.Labels, set.Predictions);
    }

    [Fact]
    public async Task The_other_class_may_be_among_the_predictions_only()
    {
        var set = await _lab.ReadAsync("y,p\nno,no\nno,yes\n", PredictionLab.Binary);
        Assert.Equal(["no", "yes"], set.Classes);
        Assert.Equal([0.0, 0], set.Labels);
        Assert.Equal([0.0, 1], set.Predictions);
    }

    [Theory]
    [InlineData("a,a\nb,c\n", null, "two classes, found 3: 'a', 'b', 'c'")]
    [InlineData("a,a\n", null, "say by 'positive'")]
    [InlineData("yes,no\n", "yse", "There is no class 'yse': found 'no', 'yes'. Did you mean 'yes'?")]
    [InlineData("1,0\n", "yes", "There is no class 'yes'")]
    public async Task Other_classes_are_refused(string rows, string? positive, string part)
    {
        var (code, _, message) = await _lab.RefuseOnceAsync("y,p\n" + rows, PredictionLab.Binary with { Positive = positive });
        Assert.Equal("MOP6003", code);
        Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_without_a_name_is_refused() =>
        Assert.Equal(("MOP6003", 3), ((await _lab.RefuseAsync("y,p\na,b\n,b\n", PredictionLab.Binary))[0] is var problem ? (problem.Code, problem.Span!.Line) : default));

    [Fact]
    public async Task A_task_with_numbers_has_no_classes() => Assert.Empty((await _lab.ReadAsync("y,p\n1,2\n", PredictionLab.Regression)).Classes);

    [Fact]
    public async Task A_relevance_is_not_negative()
    {
        Assert.Equal(0, Assert.Single((await _lab.ReadAsync("y,p,q\n0,-2,a\n", PredictionLab.Ranking)).Labels));
        Assert.Equal("MOP6003", (await _lab.RefuseOnceAsync("y,p,q\n-1,2,a\n", PredictionLab.Ranking)).Code);
    }
}
