using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

/// <summary>Predictions in another spelling than the labels are a mistake of the file, not a model that is always wrong.</summary>
public sealed class ClassMatchTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("a 0;b 1;c 2", "labels are names ('a', 'b', 'c'), predictions are numbers or truth values ('0', '1', '2')")]
    [InlineData("0 a;1 b;2 c", "labels are numbers or truth values ('0', '1', '2'), predictions are names")]
    [InlineData("0 a;1 1", "labels are numbers or truth values ('0', '1'), predictions are names ('a', '1')")]
    [InlineData("yes True;no False", "labels are names")]
    [InlineData("Yes yes;No no", "predictions have 'yes' where labels have 'Yes': they differ in capitals or spaces only")]
    [InlineData("Yes Yes;No no", "predictions have 'no' where labels have 'No'")]
    [InlineData("a d;b e;c f", "no predicted class is ever a label: labels are 'a', 'b', 'c', predictions are 'd', 'e', 'f'")]
    [InlineData("1 4;2 4;3 4", "no predicted class is ever a label")]
    [InlineData("a e;b e;c e;d e", "labels are 'a', 'b', 'c', ..., predictions")]
    public async Task Predictions_of_other_classes_are_refused(string rows, string part)
    {
        var (code, _, message) = await _lab.RefuseOnceAsync(File(rows), PredictionLab.Multiclass);
        Assert.Equal("MOP6018", code);
        Assert.StartsWith("Columns 'y' and 'p': ", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Yes yes;No no")]
    [InlineData("Yes yes;Yes yes")]
    [InlineData("yes 1;no 0")]
    [InlineData("1 yes;1 yes")]
    [InlineData("a b;c d")]
    public async Task A_binary_file_is_no_exception(string rows) => Assert.Equal("MOP6018", (await _lab.RefuseOnceAsync(File(rows), PredictionLab.Binary)).Code);

    [Theory]
    [InlineData("10 9;9 9;x 10")]
    [InlineData("a a;b c;c c")]
    [InlineData("1 1.0;2 2.0")]
    [InlineData("True 1;False 0")]
    [InlineData("1 True;0 False")]
    public async Task Classes_of_the_labels_are_read(string rows) => Assert.Equal(PredictionLab.Multiclass.Task, (await _lab.ReadAsync(File(rows), PredictionLab.Multiclass)).Task);

    [Theory]
    [InlineData("True 1;False 0;True 0", "1 0 1", "1 0 0")]
    [InlineData("1 True;0 False;1 False", "1 0 1", "1 0 0")]
    [InlineData("0 1;0 1;0 1", "0 0 0", "1 1 1")]
    [InlineData("ham spam;ham spam;ham spam", "0 0 0", "1 1 1")]
    public async Task Two_classes_may_all_be_missed(string rows, string labels, string predictions)
    {
        var set = await _lab.ReadAsync(File(rows), PredictionLab.Binary);
        Assert.Equal((labels, predictions), (string.Join(' ', set.Labels), string.Join(' ', set.Predictions)));
    }

    [Theory]
    [InlineData("True 1;False 0", "1 1;0 0")]
    [InlineData("1 1;0 0", "True False;False True")]
    public async Task Files_of_two_models_may_differ_in_which_spelling_of_truth_they_have(string challenger, string champion)
    {
        foreach (var columns in new[] { PredictionLab.Binary, PredictionLab.Multiclass })
        {
            var (one, other) = RowAlignment.Align(await _lab.ReadAsync(File(challenger), columns), await _lab.ReadAsync(File(champion), columns), "new", "old");
            Assert.Equal(one.Classes, other.Classes);
            Assert.Equal([1.0, 0], other.Labels);
            Assert.Equal([1.0, 0], one.Predictions);
        }
    }

    [Fact]
    public async Task Slices_of_two_files_may_differ_in_which_spelling_of_truth_they_have()
    {
        var columns = PredictionLab.Regression with { Slices = ["t"] };
        var (one, other) = RowAlignment.Align(await _lab.ReadAsync("y,p,t\n1,2,True\n1,2,\n", columns), await _lab.ReadAsync("y,p,t\n1,3,1\n1,3,\n", columns), "new", "old");
        Assert.Equal(one.Slices, other.Slices);
    }

    private static string File(string rows) => "y,p\n" + string.Concat(rows.Split(';').Select(row => row.Replace(' ', ',') + "\n"));
}
