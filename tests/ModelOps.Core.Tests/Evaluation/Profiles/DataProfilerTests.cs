using System.Globalization;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Tests.Evaluation.Profiles;

public sealed class DataProfilerTests : IDisposable
{
    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_column_of_numbers_is_cut_at_its_deciles()
    {
        var profile = await ProfileAsync("x\n" + Lines(Enumerable.Range(1, 20).Reverse().Select(value => $"{value}")));
        var column = Assert.Single(profile.Columns);
        Assert.Equal((20, "x", 0.0), (profile.Rows, column.Name, column.Missing));
        Assert.Equal([2.0, 4, 6, 8, 10, 12, 14, 16, 18], column.Edges);
        Assert.Equal(Enumerable.Repeat(0.1, 10), column.Shares);
        Assert.Empty(column.Categories);
    }

    [Fact]
    public async Task Equal_numbers_are_one_edge_and_missing_ones_are_left_out()
    {
        var column = (await ProfileAsync("x,y\n0,a\n0,a\n0,a\n1,a\n,a\nNaN,a\nNA,a\ninf,a\n")).Columns[0];
        Assert.Equal([0.0, 1], column.Edges);
        Assert.Equal([0.6, 0.2, 0.2], column.Shares);
        Assert.Equal(0.375, column.Missing);
    }

    [Fact]
    public async Task Texts_are_counted_and_one_of_a_single_row_is_not_named()
    {
        var column = Assert.Single((await ProfileAsync("x\nb\nb\na\na\na\n7\nsecret\n\"\"\n")).Columns);
        Assert.Equal(["a", "b"], column.Categories);
        Assert.Equal([3.0 / 7, 2.0 / 7, 2.0 / 7], column.Shares);
        Assert.Equal(0.125, column.Missing);
        Assert.Empty(column.Edges);
    }

    [Fact]
    public async Task Fifty_categories_are_named()
    {
        var text = "x\n" + Lines(Enumerable.Range(0, 60).SelectMany(value => Enumerable.Repeat($"c{value:00}", value + 2)));
        var column = Assert.Single((await ProfileAsync(text)).Columns);
        Assert.Equal((50, "c59", "c10"), (column.Categories.Count, column.Categories[0], column.Categories[^1]));
        Assert.Equal(51, column.Shares.Count);
        Assert.Equal(1, column.Shares.Sum(), 12);
        Assert.Equal(Enumerable.Range(2, 10).Sum() / (double)Enumerable.Range(2, 60).Sum(), column.Shares[^1], 12);
    }

    [Fact]
    public async Task Bins_of_a_reference_are_used_and_its_columns_only()
    {
        var reference = await ProfileAsync("x,c,gone\n" + Lines(Enumerable.Range(1, 20).Select(value => $"{value},{(value % 4 == 0 ? "a" : "b")},1")));
        var profile = await ProfileAsync("new,c,x\n1,a,2\n1,z,2.5\n1,,100\n1,b,text\n", reference);
        Assert.Equal(["c", "x"], profile.Columns.Select(column => column.Name));
        var (texts, numbers) = (profile.Columns[0], profile.Columns[1]);
        Assert.Equal(["b", "a"], texts.Categories);
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], texts.Shares);
        Assert.Equal(0.25, texts.Missing);
        Assert.Equal(reference.Columns[0].Edges, numbers.Edges);
        Assert.Equal([1.0 / 3, 1.0 / 3, 0, 0, 0, 0, 0, 0, 0, 1.0 / 3], numbers.Shares);
        Assert.Equal(0.25, numbers.Missing);
    }

    [Fact]
    public async Task A_profile_of_the_same_file_has_the_same_shares()
    {
        var text = "{\"x\":1.5,\"c\":\"a\"}\n{\"x\":2,\"c\":\"a\"}\n{\"x\":null,\"c\":\"b\",\"late\":3}\n";
        var reference = await ProfileAsync(text, name: "i.jsonl");
        var again = await ProfileAsync(text, reference, "i.jsonl");
        Assert.Equal(["x", "c", "late"], reference.Columns.Select(column => column.Name));
        Assert.Equal(reference.Columns.Select(Describe), again.Columns.Select(Describe));
        Assert.All(reference.Columns.Zip(again.Columns), pair => Assert.Equal(0, PopulationStability.Compute(pair.First, pair.Second)));
    }

    [Fact]
    public void A_column_that_is_longer_than_the_sample_is_cut_close_to_its_deciles()
    {
        var sketch = new NumberSketch(2_000);
        for (var value = 0; value < 100_000; value++)
        {
            Assert.True(sketch.Add((value / 100_000.0).ToString(CultureInfo.InvariantCulture)));
        }

        var column = sketch.Build("x", 100_000);

        // Five standard errors of a share of one half in 2000 values.
        Assert.All(column.Edges.Index(), pair => Assert.InRange(pair.Item, ((pair.Index + 1) / 10.0) - 0.056, ((pair.Index + 1) / 10.0) + 0.056));
        Assert.Equal(0, column.Missing);
    }

    [Fact]
    public async Task A_file_without_rows_has_no_profile()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ProfileAsync("x,y\n"));
        Assert.Equal("MOP6003", Assert.Single(failure.Diagnostics).Code);
    }

    [Fact]
    public async Task Damaged_rows_are_refused()
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ProfileAsync("x,y\n1,2\n1\n1,2,3\n"));
        Assert.Equal([("MOP6001", 3), ("MOP6001", 4)], failure.Diagnostics.Select(problem => (problem.Code, problem.Span!.Line)));
    }

    private static string Describe(ColumnProfile column) =>
        $"{column.Name} {string.Join(',', column.Edges)} {string.Join(',', column.Categories)} {string.Join(',', column.Shares)} {column.Missing}";

    private static string Lines(IEnumerable<string> lines) => new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString();

    private Task<DataProfile> ProfileAsync(string text, DataProfile? like = null, string name = "i.csv") =>
        DataProfiler.ProfileAsync(_lab.Write(text, name), like, CancellationToken.None);
}
