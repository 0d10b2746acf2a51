using System.Text;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Reading;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class CsvReadingTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("y,p\n1.5,2\n-3e2,4\n")]
    [InlineData("\uFEFFy,p\r\n1.5,2\r\n-3e2,4")]
    [InlineData("p,x,y\n2,a,1.5\n4,\"b,\n\"\"c\",-3e2\n")]
    [InlineData("y,p\n\n1.5,2\n\n-3e2,4\n\n")]
    [InlineData("\"y\",\"p\"\n\"1.5\",\"2\"\n -3e2 , 4 \n")]
    public async Task Columns_are_found_by_name(string text)
    {
        var set = await _lab.ReadAsync(text, PredictionLab.Regression);
        Assert.Equal([1.5, -300], set.Labels);
        Assert.Equal([2.0, 4], set.Predictions);
        Assert.Equal((2, EvaluationTask.Regression), (set.Count, set.Task));
        Assert.Empty(set.Probabilities);
        Assert.Null(set.Keys);
    }

    [Fact]
    public async Task A_path_may_be_relative()
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, _lab.Write("y,p\n1,2\n"));
        Assert.Equal(1, (await PredictionReader.ReadAsync(path, PredictionLab.Regression, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Every_column_has_its_place()
    {
        var columns = PredictionLab.Ranking with { Key = "k", Weight = "w", Cluster = "c", Slices = ["s"] };
        var set = await _lab.ReadAsync("y,p,q,k,w,c,s\n2,0.5,a,r1,1,z,x\n0,0.25,b,r2,0,z,\n1,0,a,r3,2.5,u,x\n", columns);
        Assert.Equal([2.0, 0, 1], set.Labels);
        Assert.Equal([0.5, 0.25, 0], set.Predictions);
        Assert.Equal([0, 1, 0], set.Queries!);
        Assert.Equal([0, 0, 1], set.Clusters!);
        Assert.Equal([1, 0, 2.5], set.Weights!);
        Assert.Equal(["r1", "r2", "r3"], Enumerable.Range(0, 3).Select(row => Encoding.UTF8.GetString(set.Keys![row])));
        var slice = Assert.Single(set.Slices);
        Assert.Equal(("s", "x", "", "x"), (slice.Name, slice.Values[slice.Codes[0]], slice.Values[slice.Codes[1]], slice.Values[slice.Codes[2]]));
    }

    [Fact]
    public async Task One_column_may_serve_twice()
    {
        var set = await _lab.ReadAsync("y,p\n1,2\n2,2\n", PredictionLab.Regression with { Key = "y", Slices = ["p", "p:bins(0,2)"] });
        Assert.Equal("2", Encoding.UTF8.GetString(set.Keys![1]));
        Assert.Equal(["p=2", "p=>=2"], PredictionSlices.Of(set).Select(slice => slice.Name));
    }

    [Fact]
    public async Task All_missing_columns_are_named_with_the_nearest_ones()
    {
        var problems = await _lab.RefuseAsync("label,predicted,wieght\n1,1,1\n", PredictionLab.Regression with { Label = "labl", Prediction = "predicted", Key = "id", Weight = "weight" });
        Assert.Equal(
            [("MOP6002", "There is no column 'labl'. Did you mean 'label'?"), ("MOP6002", "There is no column 'weight'. Did you mean 'wieght'?"), ("MOP6002", "There is no column 'id'. There are: 'label', 'predicted', 'wieght'.")],
            problems.Select(problem => (problem.Code, problem.Message)));
    }

    [Fact]
    public async Task Another_separator_is_pointed_out()
    {
        var problems = await _lab.RefuseAsync("y;p\n1;2\n", PredictionLab.Regression);
        Assert.All(problems, problem => Assert.Contains("expected commas", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_bad_values_are_reported_with_their_lines()
    {
        var problems = await _lab.RefuseAsync(
            "y,p,w,k\nNaN,inf,-1,a\n1,\"\n\",1,b\n,0x1,1,\n1e999,\u221E,,d\n1,1,1,e\n", PredictionLab.Regression with { Weight = "w", Key = "k" });
        Assert.Equal(
            [(2, "'y'"), (2, "'p'"), (2, "'w'"), (3, "'p'"), (5, "'y'"), (5, "'p'"), (5, "'k'"), (6, "'y'"), (6, "'p'"), (6, "'w'")],
            problems.OrderBy(problem => problem.Span!.Line).Select(problem => (problem.Span!.Line, problem.Message.Split(' ')[1].TrimEnd(':'))));
        Assert.All(problems, problem => Assert.Equal(("MOP6003", _lab.File("p.csv")), (problem.Code, problem.Span!.File)));
    }

    [Fact]
    public async Task Twenty_problems_are_enough()
    {
        var problems = await _lab.RefuseAsync("y,p\n" + string.Concat(Enumerable.Repeat("a,1\n", 50)), PredictionLab.Regression);
        Assert.Equal(Enumerable.Range(2, 20), problems.Select(problem => problem.Span!.Line));
    }

    [Theory]
    [InlineData("y,p,y\n1,2,3\n", 1, "'y' more than once")]
    [InlineData("y,p\n1,2\n1\n1,2\n", 3, "1 values, the header 2")]
    [InlineData("y,p\n1,2\n1,2,3\n", 3, "3 values, the header 2")]
    [InlineData("y,p,t\n1,2,\"a\n1,2,b\n1,2,c\n", 2, "A quote is not closed")]
    [InlineData("y,p\n1,2\"3\n", 2, "A quote is not closed")]
    [InlineData("", 0, "is empty")]
    [InlineData("\n", 0, "is empty")]
    public async Task Damage_is_refused_at_its_line(string text, int line, string part)
    {
        var problems = await _lab.RefuseAsync(text, PredictionLab.Regression);
        var (code, found, message) = (problems[0].Code, problems[0].Span!.Line, problems[0].Message);
        Assert.Equal(("MOP6001", line), (code, found));
        Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y,p\n")]
    [InlineData("y,p")]
    [InlineData("y,p\n\n\n")]
    public async Task A_header_alone_is_no_set_of_predictions(string text) =>
        Assert.Equal(("MOP6003", 0, "There are no rows; expected a line for every prediction."), await _lab.RefuseOnceAsync(text, PredictionLab.Regression));

    [Theory]
    [InlineData("0\n", true)]
    [InlineData("0\n0.0001\n", false)]
    public async Task Some_row_needs_a_weight(string weights, bool isRefused)
    {
        var text = "y,p,w\n" + string.Concat(weights.TrimEnd().Split('\n').Select(weight => $"1,1,{weight}\n"));
        var columns = PredictionLab.Regression with { Weight = "w" };
        if (isRefused)
        {
            Assert.Equal(("MOP6003", 0, "Column 'w': all weights are 0."), await _lab.RefuseOnceAsync(text, columns));
        }
        else
        {
            var set = await _lab.ReadAsync(text, columns);
            Assert.Equal([0, 0.0001], set.Weights!);
        }
    }

    [Fact]
    public async Task A_key_names_one_row()
    {
        var (code, _, message) = await _lab.RefuseOnceAsync("y,p,k\n1,1,a\n1,1,b\n1,1,a\n1,1,a\n", PredictionLab.Regression with { Key = "k" });
        Assert.Equal("MOP6004", code);
        Assert.EndsWith(" has more than once: 2, such as 'a', 'a'.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public async Task Rows_have_a_limit(int limit, bool isRefused)
    {
        const string Text = "y,p\n1,1\n1,2\n1,3\n";
        var limits = ReadLimits.Default with { Rows = limit };
        if (isRefused)
        {
            Assert.Equal(("MOP6007", 4, "There are more than 2 rows."), await _lab.RefuseOnceAsync(Text, PredictionLab.Regression, limits: limits));
        }
        else
        {
            Assert.Equal(3, (await _lab.ReadAsync(Text, PredictionLab.Regression, limits: limits)).Count);
        }
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PredictionReader.ReadAsync(_lab.Write("y,p\n1,1\n"), PredictionLab.Regression, source.Token));
    }
}
