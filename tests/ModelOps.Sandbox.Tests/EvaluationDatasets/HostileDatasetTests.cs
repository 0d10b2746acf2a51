using System.Net;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.EvaluationDatasets;

/// <summary>Datasets that were made to hurt; after each the server still serves.</summary>
public sealed class HostileDatasetTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("name RLIKE '(a+)+$'", HttpStatusCode.OK)]
    [InlineData("name RLIKE '(?=a)b'", HttpStatusCode.BadRequest)]
    [InlineData("name RLIKE '('", HttpStatusCode.BadRequest)]
    [InlineData("tags.`a'b` = 'x'", HttpStatusCode.OK)]
    [InlineData("name = 'x' AND name = 'y'; DROP TABLE evaluation_datasets", HttpStatusCode.BadRequest)]
    [InlineData("created_time LIKE '1'", HttpStatusCode.BadRequest)]
    [InlineData("tags.a IS NULL", HttpStatusCode.OK)]
    public async Task A_filter_is_answered_in_time(string filter, HttpStatusCode expected)
    {
        await using var lab = await SandboxLab.StartAsync();
        await lab.CreateAsync(new { name = new string('a', 5000) + "b" });

        using var answer = await lab.TryPostAsync("datasets/search", new { filter_string = filter }).WaitAsync(Limit);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("OK", await lab.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [Theory]
    [InlineData("[", "]", 200, HttpStatusCode.OK)]
    [InlineData("[", "]", 100_000, HttpStatusCode.InternalServerError)]
    [InlineData("{\"a\":", "}", 200, HttpStatusCode.OK)]
    public async Task Records_of_any_depth_do_no_harm(string open, string close, int depth, HttpStatusCode expected)
    {
        await using var lab = await SandboxLab.StartAsync();
        var dataset = await lab.CreateAsync(new { name = "deep" });
        var value = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));

        using var answer = await lab.TryPostAsync($"datasets/{dataset}/records", new { records = $$"""[{"inputs": {"a": 1}, "outputs": {{value}} }]""" }).WaitAsync(Limit);

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.OK)
        {
            var page = await lab.ReadAsync($"datasets/{dataset}/records");
            Assert.Contains(value.Replace(":", ": ", StringComparison.Ordinal), page.GetProperty("records").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Records_of_a_million_values_are_refused()
    {
        await using var lab = await SandboxLab.StartAsync();
        var dataset = await lab.CreateAsync(new { name = "wide" });
        var records = $$"""[{"inputs": {"a": [{{string.Join(',', Enumerable.Repeat("1", 1_000_000))}}] } }]""";

        using var answer = await lab.TryPostAsync($"datasets/{dataset}/records", new { records }).WaitAsync(Limit);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await lab.RecordsAsync(dataset));
    }

    [Fact]
    public async Task A_thousand_records_are_written_at_once_and_read_in_order()
    {
        await using var lab = await SandboxLab.StartAsync();
        var dataset = await lab.CreateAsync(new { name = "many" });
        var records = string.Join(',', Enumerable.Range(0, 1500).Select(number => $$"""{"inputs": {"n": {{number}} } }"""));

        var answer = await lab.UpsertAsync(dataset, $"[{records}]");

        Assert.Equal(1500, answer.GetProperty("inserted_count").GetInt32());
        var read = await lab.RecordsAsync(dataset, size: 400);
        Assert.Equal(Enumerable.Range(0, 1500), read.Select(record => record.GetProperty("inputs").GetProperty("n").GetInt32()).Order());
        Assert.Equal(read.Select(record => record.GetProperty("created_time").GetInt64()).Order(), read.Select(record => record.GetProperty("created_time").GetInt64()));
    }

    [Fact]
    public async Task A_refused_record_leaves_none_of_its_call()
    {
        await using var lab = await SandboxLab.StartAsync();
        var dataset = await lab.CreateAsync(new { name = "all or nothing" });

        using var answer = await lab.TryPostAsync($"datasets/{dataset}/records", new { records = """[{"inputs": {"a": 1}}, {"inputs": "text"}]""" });

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await lab.RecordsAsync(dataset));
        Assert.False((await lab.ReadAsync($"datasets/{dataset}")).GetProperty("dataset").TryGetProperty("profile", out _));
    }
}
