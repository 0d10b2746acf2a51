using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class ProbabilityTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(0.5, "0 1 1")]
    [InlineData(0.51, "0 0 1")]
    [InlineData(0, "1 1 1")]
    public async Task A_binary_class_follows_from_the_threshold(double threshold, string expected)
    {
        var set = await _lab.ReadAsync("y,s\n0,0.4999\n1,0.5\n1,1\n", Scores("s") with { Threshold = threshold });
        Assert.Equal(expected.Split(' ').Select(double.Parse), set.Predictions);
        Assert.Equal([0.4999, 0.5, 1], Assert.Single(set.Probabilities));
    }

    [Fact]
    public async Task A_column_of_predictions_wins_over_the_threshold()
    {
        var set = await _lab.ReadAsync("y,s,p\n0,0.9,0\n1,0.1,1\n", Scores("s") with { Prediction = "p" });
        Assert.Equal([0.0, 1], set.Predictions);
    }

    [Theory]
    [InlineData("yes=b")]
    [InlineData("no=a", "yes=b")]
    [InlineData("yes=b", "no=a")]
    public async Task Columns_of_both_classes_give_that_of_the_positive_one(params string[] probability)
    {
        var set = await _lab.ReadAsync("y,a,b\nno,0.7,0.3\nyes,0.2,0.8\n", Scores(probability));
        Assert.Equal([0.3, 0.8], Assert.Single(set.Probabilities));
        Assert.Equal([0.0, 1], set.Predictions);
    }

    [Fact]
    public async Task Several_classes_take_the_most_probable_and_the_first_of_equals()
    {
        const string Text = "y,a,b,c\n3,0.2,0.3,0.5\n1,0.4,0.4,0.2\n2,0.1,0.6,0.3\n";
        var inOrder = await _lab.ReadAsync(Text, Scores("a", "b", "c") with { Task = EvaluationTask.Multiclass });
        var named = await _lab.ReadAsync(Text, Scores("3=c", "1.0=a", "2=b") with { Task = EvaluationTask.Multiclass });
        foreach (var set in new[] { inOrder, named })
        {
            Assert.Equal(["1", "2", "3"], set.Classes);
            Assert.Equal([2.0, 0, 1], set.Predictions);
            Assert.Equal([[0.2, 0.4, 0.1], [0.3, 0.4, 0.6], [0.5, 0.2, 0.3]], set.Probabilities);
        }
    }

    [Fact]
    public async Task A_class_that_only_has_a_probability_is_a_class()
    {
        var set = await _lab.ReadAsync("y,a,b,c\nx,0.2,0.3,0.5\ny,0.4,0.4,0.2\n", Scores("w=a", "x=b", "y=c") with { Task = EvaluationTask.Multiclass });
        Assert.Equal(["w", "x", "y"], set.Classes);
        Assert.Equal([1.0, 2], set.Labels);
    }

    [Theory]
    [InlineData("1.0000000000000002", 1)]
    [InlineData("1.000001", 1)]
    [InlineData("-1e-17", 0)]
    [InlineData("-0.000001", 0)]
    public async Task Rounding_takes_no_probability_out_of_its_range(string value, double expected) =>
        Assert.Equal(expected, (await _lab.ReadAsync($"y,s\n0,0.5\n1,{value}\n", Scores("s"))).Probabilities[0][1]);

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", false)]
    [InlineData("-0.0000011", true)]
    [InlineData("1.0000011", true)]
    [InlineData("nan", true)]
    public async Task A_probability_is_from_0_to_1(string value, bool isRefused)
    {
        var text = $"y,s\n0,0.5\n1,{value}\n";
        if (isRefused)
        {
            Assert.Equal(("MOP6003", 3, $"Column 's': expected a probability from 0 to 1, found '{value}'."), await _lab.RefuseOnceAsync(text, Scores("s")));
        }
        else
        {
            Assert.Equal(2, (await _lab.ReadAsync(text, Scores("s"))).Count);
        }
    }

    [Theory]
    [InlineData("0.33,0.33,0.33", false)]
    [InlineData("0.338,0.338,0.338", false)]
    [InlineData("0.34,0.34,0.34", true)]
    [InlineData("0.3,0.3,0.3", true)]
    public async Task Probabilities_of_all_classes_add_up_to_1(string row, bool isRefused)
    {
        var text = $"y,a,b,c\n1,{row}\n2,0,0,1\n3,0,1,0\n";
        var columns = Scores("a", "b", "c") with { Task = EvaluationTask.Multiclass };
        if (isRefused)
        {
            var (code, line, _) = await _lab.RefuseOnceAsync(text, columns);
            Assert.Equal(("MOP6003", 2), (code, line));
        }
        else
        {
            Assert.Equal(3, (await _lab.ReadAsync(text, columns)).Count);
        }
    }

    [Theory]
    [InlineData(EvaluationTask.Multiclass, "There are 3 classes and 2 columns", "a", "b")]
    [InlineData(EvaluationTask.Multiclass, "The class '3' has 0 columns", "1=a", "2=b")]
    [InlineData(EvaluationTask.Multiclass, "The class '1' has 2 columns", "1=a", "1.0=b", "2=a", "3=b")]
    public async Task Columns_that_do_not_fit_the_classes_are_refused(EvaluationTask task, string part, params string[] probability)
    {
        var problems = await _lab.RefuseAsync("y,a,b\n1,0.5,0.5\n2,0.5,0.5\n3,0.5,0.5\n", Scores(probability) with { Task = task });
        Assert.Contains(problems, problem => problem.Message.Contains(part, StringComparison.Ordinal) || problem.Message.Contains("add up", StringComparison.Ordinal));
    }

    private static PredictionColumns Scores(params string[] probability) => PredictionLab.Binary with { Prediction = null, Probability = probability };
}
