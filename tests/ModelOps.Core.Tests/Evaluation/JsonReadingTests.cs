using System.Text;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class JsonReadingTests : IDisposable
{
    private const string Name = "p.jsonl";

    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("{\"y\":1.5,\"p\":2}\n{\"y\":-3e2,\"p\":4}\n", "p.jsonl")]
    [InlineData("\uFEFF{\"y\":1.5,\"p\":2}\r\n\r\n {\"p\":4,\"y\":-3e2}", "p.ndjson")]
    [InlineData("{\"y\":\"1.5\",\"p\":2,\"x\":{\"a\":[1,{}]}}\n{\"new\":null,\"y\":-3e2,\"p\":4}\n", "p.json")]
    [InlineData("{\"\\u0079\":1.5,\"p\":2}\n{\"y\":-3e2,\"p\":4}\n", "predictions")]
    public async Task Columns_are_found_by_name(string text, string name)
    {
        var set = await _lab.ReadAsync(text, PredictionLab.Regression, name);
        Assert.Equal([1.5, -300], set.Labels);
        Assert.Equal([2.0, 4], set.Predictions);
    }

    [Fact]
    public async Task A_column_may_turn_up_late()
    {
        var set = await _lab.ReadAsync("{\"y\":1,\"p\":2}\n{\"y\":1,\"p\":2,\"s\":\"late\"}\n{\"y\":1,\"p\":2,\"s\":null}\n", PredictionLab.Regression with { Slices = ["s"] }, Name);
        Assert.Equal([("s=late", 1), ("s=(missing)", 2)], PredictionSlices.Of(set).Select(slice => (slice.Name, slice.Rows.Length)));
    }

    [Fact]
    public async Task A_column_that_never_turns_up_is_missing_and_nothing_else_is_said()
    {
        var lines = string.Concat(Enumerable.Repeat("{\"label\":1,\"p\":2}\n", 30));
        Assert.Equal(("MOP6002", 1, "There is no column 'labl'. Did you mean 'label'?"), await _lab.RefuseOnceAsync(lines, PredictionLab.Regression with { Label = "labl" }, Name));
    }

    [Fact]
    public async Task Texts_are_unescaped()
    {
        var set = await _lab.ReadAsync("{\"y\":\"a\\n\\u00e9\\ud83d\\ude00\",\"p\":\"b\",\"k\":12}\n{\"y\":\"b\",\"p\":\"b\",\"k\":13}\n", PredictionLab.Multiclass with { Key = "k" }, Name);
        Assert.Equal(["a\n\u00E9\U0001F600", "b"], set.Classes);
        Assert.Equal("12", Encoding.UTF8.GetString(set.Keys![0]));
    }

    // As json.dumps and pandas write them.
    [Fact]
    public async Task Numbers_that_are_none_matter_only_in_columns_that_are_named()
    {
        var set = await _lab.ReadAsync(
            "{\"y\":1,\"p\":2,\"z\":NaN}\n{\"y\":1,\"p\":3,\"z\":[-Infinity,Infinity],\"t\":\"a \\\"NaN\\\" b\"}\n", PredictionLab.Regression with { Slices = ["t"] }, Name);
        Assert.Equal([2.0, 3], set.Predictions);
        Assert.Contains("a \"NaN\" b", set.Slices[0].Values);
    }

    [Theory]
    [InlineData("NaN", "expected a finite number, found no value")]
    [InlineData("Infinity", "expected a finite number, found 'Infinity'")]
    [InlineData("-Infinity", "expected a finite number, found '-Infinity'")]
    public async Task Numbers_that_are_none_are_refused_in_a_column_that_is_named(string value, string part)
    {
        var (code, line, message) = await _lab.RefuseOnceAsync($"{{\"y\":1,\"p\":2}}\n{{\"y\":1,\"p\":{value}}}\n", PredictionLab.Regression, Name);
        Assert.Equal(("MOP6003", 2), (code, line));
        Assert.Contains("Column 'p': " + part, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"y\":1,\"p\":NaNs}", "Not JSON")]
    [InlineData("{\"y\":1,\"p\":NaN", "Not JSON")]
    [InlineData("{\"y\":1,\"p\":2", "Not JSON")]
    [InlineData("{\"y\":1,\"p\":2} {\"y\":1,\"p\":2}", "Not JSON")]
    [InlineData("{\"y\":1,\"p\":2,\"y\":3}", "'y' is there twice")]
    [InlineData("[{\"y\":1,\"p\":2}]", "orient=\"records\", lines=True")]
    [InlineData("12", "no JSON object")]
    [InlineData("{\"y\":\"\\ud800\",\"p\":2}", "not Unicode")]
    [InlineData("{\"y\":1,\"p\":2,\"z\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "Not JSON")]
    public async Task A_line_that_is_no_object_is_refused(string line, string part)
    {
        var (code, place, message) = await _lab.RefuseOnceAsync($"{{\"y\":1,\"p\":2}}\n\n{line}\n{{\"y\":1,\"p\":2}}\n", PredictionLab.Regression, Name);
        Assert.Equal(("MOP6001", 3), (code, place));
        Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("1e999")]
    public async Task What_is_no_number_is_refused(string value)
    {
        var (code, line, message) = await _lab.RefuseOnceAsync($"{{\"y\":1,\"p\":2}}\n{{\"y\":1,\"p\":{value}}}\n", PredictionLab.Regression, Name);
        Assert.Equal(("MOP6003", 2), (code, line));
        Assert.StartsWith("Column 'p': expected a finite number, found ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_longer_than_the_first_buffer_are_read()
    {
        var text = new StringBuilder();
        foreach (var length in new[] { 10, 70_000, 300_000, 65_536, 1 })
        {
            text.Append("{\"t\":\"").Append('x', length).Append("\",\"y\":").Append(length).Append(",\"p\":1}\n");
        }

        var set = await _lab.ReadAsync(text.ToString(), PredictionLab.Regression, Name);
        Assert.Equal([10, 70_000, 300_000, 65_536, 1], set.Labels);
    }

    [Fact]
    public async Task An_empty_file_has_no_rows() => Assert.Equal("MOP6003", (await _lab.RefuseOnceAsync("", PredictionLab.Regression, Name)).Code);
}
