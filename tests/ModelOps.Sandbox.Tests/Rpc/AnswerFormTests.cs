using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Rpc;

/// <summary>The text of answers, which people and some clients' tests read: Python's <c>json</c> wrote it.</summary>
public sealed class AnswerFormTests
{
    [Theory]
    [InlineData("it's <b> & a+b = `c`", "it's <b> & a+b = `c`")]
    [InlineData("say \"hi\" \\ / \t\n\r\b\f", "say \\\"hi\\\" \\\\ / \\t\\n\\r\\b\\f")]
    [InlineData("Grüße, 日本 🎉", "Gr\\u00fc\\u00dfe, \\u65e5\\u672c \\ud83c\\udf89")]
    [InlineData("\u0001\u001f\u007f\u0080\u2028\ufeff", "\\u0001\\u001f\\u007f\\u0080\\u2028\\ufeff")]
    [InlineData("", "")]
    public void Text_is_escaped_as_Python_escapes_it(string text, string expected)
    {
        Assert.Equal($"\"{expected}\"", Write(writer => writer.WriteStringValue(text)));
        Assert.Equal($"\"{expected}\"", Write(writer => writer.WriteStringValue(Encoding.UTF8.GetBytes(text))));
        Assert.Equal($"\"{expected}\"", PythonJson.Quote(text));
    }

    [Fact]
    public void Long_text_is_escaped_to_its_end()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(number => number % 7 == 0 ? "\"" : number % 5 == 0 ? "é" : "ab"));

        Assert.Equal(PythonJson.Quote(text), Write(writer => writer.WriteStringValue(text)));
    }

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1, "1.0")]
    [InlineData(-120, "-120.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.5e-5, "1.5e-05")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1.5e15, "1500000000000000.0")]
    [InlineData(9999999999999998, "9999999999999998.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(-1.25e100, "-1.25e+100")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    public void Numbers_are_written_as_Python_writes_them(double number, string expected)
    {
        Assert.Equal(expected, PythonFloat.Format(number));
        Assert.Equal(number, double.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2.22", "")]
    [InlineData("3.11", ", \"sqlstate\": \"KAM00\", \"error_class\": \"RESOURCE_NOT_FOUND\"")]
    public async Task Answers_are_indented_and_failures_are_not(string release, string more)
    {
        await using var lab = await SandboxLab.StartAsync((options, _) => options.BehavesLike = release);
        using var created = await lab.SendAsync("POST", "/api/2.0/mlflow/experiments/create", Json("""{"name": "it's <ü> & +"}"""));
        using var missing = await lab.SendAsync("GET", "/api/2.0/mlflow/experiments/get-by-name?experiment_name=%27%3C%C3%BC%2B");
        using var empty = await lab.SendAsync("POST", "/api/2.0/mlflow/experiments/set-experiment-tag", Json("""{"experiment_id": "1", "key": "k", "value": "v"}"""));
        using var named = await lab.SendAsync("GET", "/api/2.0/mlflow/experiments/get-by-name?experiment_name=it%27s%20%3C%C3%BC%3E%20%26%20%2B");

        Assert.Equal("{\n  \"experiment_id\": \"1\"\n}", await created.Content.ReadAsStringAsync());
        Assert.Equal(
            $"{{\"error_code\": \"RESOURCE_DOES_NOT_EXIST\", \"message\": \"Could not find experiment with name ''<\\u00fc+'\"{more}}}",
            await missing.Content.ReadAsStringAsync());
        Assert.Equal("{}", await empty.Content.ReadAsStringAsync());
        Assert.StartsWith(
            "{\n  \"experiment\": {\n    \"experiment_id\": \"1\",\n    \"name\": \"it's <\\u00fc> & +\",\n",
            await named.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_message_is_on_one_line()
    {
        await using var lab = await SandboxLab.StartAsync();
        var run = await lab.CallAsync("POST", "/api/2.0/mlflow/runs/create", """{"experiment_id": "0"}""");
        var id = run.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString();
        await lab.CallAsync("POST", "/api/2.0/mlflow/runs/log-metric", $$"""{"run_id": "{{id}}", "key": "loss", "value": 2, "timestamp": 5, "step": 3}""");
        using var bulk = await lab.SendAsync("GET", $"/ajax-api/2.0/mlflow/metrics/get-history-bulk?run_id={id}&metric_key=loss");
        using var history = await lab.SendAsync("GET", $"/api/2.0/mlflow/metrics/get-history?run_id={id}&metric_key=loss&max_results=5");

        Assert.Equal(
            $"{{\"metrics\":[{{\"key\":\"loss\",\"run_id\":\"{id}\",\"step\":3,\"timestamp\":5,\"value\":2.0}}]}}\n", await bulk.Content.ReadAsStringAsync());
        Assert.Contains("      \"value\": 2.0,\n", await history.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = PythonEncoder.Instance }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
