using System.Globalization;
using System.Text.Json.Nodes;

namespace ModelOps.Sandbox.Tests.Runs;

public sealed class ConcurrencyTests
{
    private const int Clients = 16;
    private const int Steps = 12;

    [Fact]
    public async Task Sixteen_clients_log_to_one_run_and_to_their_own_and_nothing_is_lost()
    {
        await using var server = await TrackingServer.StartAsync();
        var shared = await server.CreateRunAsync("shared");

        var own = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => LogAllAsync(server, shared, client))));

        await AssertSharedAsync(server, shared);
        for (var client = 0; client < Clients; client++)
        {
            await AssertOwnAsync(server, own[client], client);
        }
    }

    [Fact]
    public async Task Of_sixteen_clients_that_log_one_parameter_with_different_values_one_wins_and_the_others_are_told_so()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => server.TryPostAsync(
            "runs/log-parameter", new() { ["run_id"] = run, ["key"] = "lr", ["value"] = Text(client) }))));

        var winner = Assert.Single(Enumerable.Range(0, Clients), client => answers[client].Status == System.Net.HttpStatusCode.OK);
        Assert.Equal(Text(winner), (await server.GetPairsAsync(run, "params"))["lr"]);
        Assert.All(
            answers.Where((_, client) => client != winner),
            answer => Assert.Contains($"already logged with value='{winner}'", answer.Answer.GetProperty("message").GetString(), StringComparison.Ordinal));
    }

    private static async Task<string> LogAllAsync(TrackingServer server, string shared, int client)
    {
        var own = await server.CreateRunAsync($"run-{client}");
        for (var step = 0; step < Steps; step++)
        {
            await server.LogAsync(shared, "loss", (client * 1000) + step, step: step);
            await server.PostAsync("runs/log-batch", new()
            {
                ["run_id"] = own,
                ["metrics"] = new JsonArray(
                    new JsonObject { ["key"] = "loss", ["value"] = client + step, ["timestamp"] = 1, ["step"] = step },
                    new JsonObject { ["key"] = $"m{step}", ["value"] = step, ["timestamp"] = 1 }),
                ["params"] = new JsonArray(new JsonObject { ["key"] = $"p{step}", ["value"] = Text(client) }),
                ["tags"] = new JsonArray(new JsonObject { ["key"] = "last", ["value"] = Text(step) }),
            });
        }

        await server.PostAsync("runs/log-parameter", new() { ["run_id"] = shared, ["key"] = $"client{client}", ["value"] = Text(client) });
        await server.PostAsync("runs/set-tag", new() { ["run_id"] = shared, ["key"] = $"client{client}", ["value"] = Text(client) });
        return own;
    }

    private static async Task AssertSharedAsync(TrackingServer server, string run)
    {
        var history = await server.GetAsync($"metrics/get-history?run_id={run}&metric_key=loss&max_results=1000");
        Assert.Equal(Clients * Steps, history.GetProperty("metrics").GetArrayLength());
        var latest = (await server.GetLatestAsync(run))["loss"];
        Assert.Equal(((Clients - 1) * 1000) + Steps - 1, int.Parse(latest, CultureInfo.InvariantCulture));
        var parameters = await server.GetPairsAsync(run, "params");
        var tags = await server.GetPairsAsync(run, "tags");
        Assert.All(Enumerable.Range(0, Clients), client => Assert.Equal(Text(client), parameters[$"client{client}"]));
        Assert.All(Enumerable.Range(0, Clients), client => Assert.Equal(Text(client), tags[$"client{client}"]));
    }

    private static async Task AssertOwnAsync(TrackingServer server, string run, int client)
    {
        var latest = await server.GetLatestAsync(run);
        Assert.Equal(Steps + 1, latest.Count);
        Assert.Equal(client + Steps - 1, int.Parse(latest["loss"], CultureInfo.InvariantCulture));
        Assert.Equal(Steps, (await server.GetPairsAsync(run, "params")).Count);
        Assert.Equal(Text(Steps - 1), (await server.GetPairsAsync(run, "tags"))["last"]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
