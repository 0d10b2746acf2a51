using System.Text.Json;
using System.Text.Json.Nodes;
using ModelOps.Sandbox.Tests.Runs;

namespace ModelOps.Sandbox.Tests.Search;

public sealed class RunSearchTests : IAsyncLifetime
{
    private TrackingServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TrackingServer.StartAsync();
        await AddAsync("one", 9, loss: 0.5, ("lr", "0.1"), ("team", "Über"));
        await AddAsync("two", 10, loss: 10, ("lr", "a%b"), ("team", "uber"));
        await AddAsync("three", 10, loss: "NaN", ("lr", "a_b"), ("owner", "x"));
        await AddAsync("four", 11, loss: null, ("depth", "5"), ("team", "UBER"));
    }

    [Theory]
    [InlineData("metrics.loss > 0.5", "two")]
    [InlineData("metrics.loss >= 0.5", "one two")]
    [InlineData("metrics.loss < 9", "one three")]
    [InlineData("metrics.loss != 10", "one three")]
    [InlineData("attributes.start_time > 9", "four three two")]
    [InlineData("start_time = 10", "three two")]
    [InlineData("params.lr LIKE 'a%'", "three two")]
    [InlineData("params.lr LIKE 'a_b'", "three two")]
    [InlineData("params.lr = 'a%b'", "two")]
    [InlineData("params.lr = '0.1'", "one")]
    [InlineData("tags.team = 'uber'", "two")]
    [InlineData("tags.team ILIKE 'uber'", "four two")]
    [InlineData("tags.team LIKE '_ber'", "one two")]
    [InlineData("tags.team IS NULL", "three")]
    [InlineData("tags.team IS NOT NULL", "four one two")]
    [InlineData("tags.team IS NULL AND params.depth IS NULL", "three")]
    [InlineData("params.depth IS NOT NULL", "four")]
    [InlineData("run_id IN ('none')", "")]
    [InlineData("run_id NOT IN ('none')", "four one three two")]
    [InlineData("dataset.name = 'iris' AND dataset.context = 'train'", "one")]
    [InlineData("dataset.digest LIKE 'abc%'", "one")]
    [InlineData("dataset.name = 'Iris'", "")]
    public async Task Runs_are_found(string filter, string expected)
    {
        var one = (await SearchAsync(new() { ["filter"] = "run_name = 'one'" }))[0].GetProperty("info").GetProperty("run_id").GetString();
        await _server.PostAsync("runs/log-inputs", new()
        {
            ["run_id"] = one,
            ["datasets"] = new JsonArray(new JsonObject
            {
                ["tags"] = new JsonArray(new JsonObject { ["key"] = "mlflow.data.context", ["value"] = "train" }),
                ["dataset"] = new JsonObject { ["name"] = "iris", ["digest"] = "abc1", ["source_type"] = "local", ["source"] = "{}" },
            }),
        });

        var found = await SearchAsync(new() { ["filter"] = filter });

        Assert.Equal(expected, string.Join(' ', found.Select(NameOf).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("metrics.loss ASC", "one two three four")]
    [InlineData("metrics.loss DESC", "two one three four")]
    [InlineData("params.lr ASC", "one two three four")]
    [InlineData("params.depth DESC, run_name ASC", "four one three two")]
    [InlineData("start_time ASC, run_name ASC", "one three two four")]
    [InlineData("start_time DESC, run_name DESC", "four two three one")]
    [InlineData("tags.owner, run_name", "three four one two")]
    public async Task What_a_run_lacks_comes_last_in_either_direction_and_no_number_after_all_numbers(string orderBy, string expected)
    {
        var order = new JsonArray([.. orderBy.Split(", ").Select(part => JsonValue.Create(part))]);

        Assert.Equal(expected, string.Join(' ', (await SearchAsync(new() { ["order_by"] = order })).Select(NameOf)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Pages_together_have_every_run_once_in_the_order_of_all(int size)
    {
        var all = (await SearchAsync([])).Select(NameOf).ToList();
        var paged = new List<string>();
        string? token = null;
        do
        {
            var page = await _server.PostAsync("runs/search", new()
            {
                ["experiment_ids"] = new JsonArray("0"), ["max_results"] = size, ["page_token"] = token ?? "",
            });
            paged.AddRange(page.GetProperty("runs").EnumerateArray().Select(NameOf));
            token = page.TryGetProperty("next_page_token", out var next) ? next.GetString() : null;
        }
        while (token is not null && paged.Count < 10);

        Assert.Equal(all, paged);
        Assert.Equal(4, paged.Distinct().Count());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private async Task AddAsync(string name, long start, JsonNode? loss, (string Key, string Value) parameter, (string Key, string Value) tag)
    {
        var answer = await _server.PostAsync("runs/create", new() { ["experiment_id"] = "0", ["run_name"] = name, ["start_time"] = start });
        await _server.PostAsync("runs/log-batch", new()
        {
            ["run_id"] = answer.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString(),
            ["metrics"] = loss is null ? [] : new JsonArray(new JsonObject { ["key"] = "loss", ["value"] = loss, ["timestamp"] = 1, ["step"] = 0 }),
            ["params"] = new JsonArray(new JsonObject { ["key"] = parameter.Key, ["value"] = parameter.Value }),
            ["tags"] = new JsonArray(new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value }),
        });
    }

    private async Task<List<JsonElement>> SearchAsync(JsonObject request)
    {
        request["experiment_ids"] = new JsonArray("0");
        var page = await _server.PostAsync("runs/search", request);
        return page.TryGetProperty("runs", out var runs) ? [.. runs.EnumerateArray()] : [];
    }

    private static string NameOf(JsonElement run) => run.GetProperty("info").GetProperty("run_name").GetString()!;
}
