using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelOps.Bench.Load;

/// <summary>A catalog of many versions, and the requests that are measured on it.</summary>
/// <param name="server">The server.</param>
/// <param name="mark">Begins the names of its models.</param>
internal sealed class BenchCatalog(LoadServer server, string mark)
{
    private const int VersionsOfModel = 100;
    private const int Metrics = 100;

    /// <summary>Makes the catalog: models of 100 versions, one with an alias, and a model and a run for each connection.</summary>
    /// <returns>Versions created in a second.</returns>
    public async Task<double> PrepareAsync(int versions, CancellationToken cancellationToken)
    {
        for (var connection = 0; connection < LoadServer.Connections; connection++)
        {
            await CreateModelAsync(OwnModel(connection), cancellationToken);
        }

        var start = Stopwatch.GetTimestamp();
        var options = new ParallelOptions { MaxDegreeOfParallelism = LoadServer.Connections, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, versions / VersionsOfModel, options, FillAsync);
        var seconds = LoadProgram.Seconds(start);
        await server.CallAsync(
            "registered-models/alias", new() { ["name"] = Model(0), ["alias"] = "champion", ["version"] = "50" }, cancellationToken);
        return versions / seconds;
    }

    public HttpRequestMessage GetByAlias() => server.Get($"registered-models/alias?name={Model(0)}&alias=champion");

    public HttpRequestMessage CreateVersion(int connection) => server.Post("model-versions/create", VersionOf(OwnModel(connection)));

    public HttpRequestMessage SearchPage() => server.Get("model-versions/search?max_results=100");

    public HttpRequestMessage SearchName(int number) =>
        server.Get($"model-versions/search?max_results=100&filter={Uri.EscapeDataString($"name = '{Model(number % 10)}'")}");

    /// <summary>Each connection logs to a run of its own.</summary>
    public async Task<Func<int, int, HttpRequestMessage>> LogBatchAsync(CancellationToken cancellationToken)
    {
        var runs = new string[LoadServer.Connections];
        for (var connection = 0; connection < runs.Length; connection++)
        {
            var answer = await server.CallAsync("runs/create", new() { ["experiment_id"] = "0", ["start_time"] = 1 }, cancellationToken);
            runs[connection] = (string)answer["run"]!["info"]!["run_id"]!;
        }

        return (connection, number) => server.Post("runs/log-batch", Batch(runs[connection], number));
    }

    private static byte[] Batch(string run, int step)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("run_id", run);
            writer.WriteStartArray("metrics");
            for (var metric = 0; metric < Metrics; metric++)
            {
                writer.WriteStartObject();
                writer.WriteString("key", $"metric_{metric.ToString(CultureInfo.InvariantCulture)}");
                writer.WriteNumber("value", (step + metric) * 0.25);
                writer.WriteNumber("timestamp", 1_760_000_000_000 + step);
                writer.WriteNumber("step", step);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static byte[] VersionOf(string model) => Encoding.UTF8.GetBytes(VersionBody(model).ToJsonString());

    private static JsonObject VersionBody(string model) => new()
    {
        ["name"] = model,
        ["source"] = "s3://models/1/abc/artifacts/model",
        ["tags"] = new JsonArray(
            new JsonObject { ["key"] = "commit", ["value"] = "0123456789abcdef0123456789abcdef01234567" },
            new JsonObject { ["key"] = "pipeline", ["value"] = "training" }),
    };

    private async ValueTask FillAsync(int model, CancellationToken cancellationToken)
    {
        await CreateModelAsync(Model(model), cancellationToken);
        for (var version = 0; version < VersionsOfModel; version++)
        {
            await server.CallAsync("model-versions/create", VersionBody(Model(model)), cancellationToken);
        }
    }

    private Task CreateModelAsync(string name, CancellationToken cancellationToken) =>
        server.CallAsync("registered-models/create", new() { ["name"] = name }, cancellationToken);

    private string Model(int number) => $"{mark}-{number}";

    private string OwnModel(int connection) => $"{mark}-of-{connection}";
}
