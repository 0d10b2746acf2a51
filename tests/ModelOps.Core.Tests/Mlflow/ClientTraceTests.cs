using System.Text.Json;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>Compares what the toolkit sends with what MLflow's own Python client sent in the same situation.</summary>
public sealed class ClientTraceTests
{
    [Theory]
    [InlineData("2.22", "POST", "/mlflow/experiments/create", "")]
    [InlineData("3.11", "POST", "/mlflow/experiments/create", "")]
    [InlineData("2.22", "POST", "/mlflow/registered-models/create", "description")]
    [InlineData("3.11", "POST", "/mlflow/registered-models/create", "description")]
    [InlineData("2.22", "POST", "/mlflow/registered-models/alias", "")]
    [InlineData("3.11", "POST", "/mlflow/registered-models/alias", "")]
    [InlineData("2.22", "DELETE", "/mlflow/registered-models/alias", "")]
    [InlineData("3.11", "DELETE", "/mlflow/registered-models/alias", "")]
    [InlineData("2.22", "POST", "/mlflow/model-versions/create", "description tags")]
    [InlineData("3.11", "POST", "/mlflow/model-versions/create", "description tags")]
    [InlineData("2.22", "POST", "/mlflow/model-versions/set-tag", "")]
    [InlineData("3.11", "POST", "/mlflow/model-versions/set-tag", "")]
    public async Task A_body_has_the_fields_and_types_that_the_Python_client_sends(string version, string method, string path, string more)
    {
        var sent = (await RunAsync()).First(request => request.Method == method && request.Path.EndsWith(path, StringComparison.Ordinal));
        var ours = Fields(JsonDocument.Parse(sent.Body).RootElement);
        var theirs = ReadTrace(version)
            .Where(request => request.GetProperty("method").GetString() == method && request.GetProperty("path").GetString()!.EndsWith(path, StringComparison.Ordinal))
            .Select(request => Fields(request.GetProperty("body")))
            .ToList();
        var wanted = ours.Where(field => !more.Split(' ').Contains(field.Key)).ToDictionary();
        Assert.Contains(theirs, fields => fields.OrderBy(field => field.Key, StringComparer.Ordinal).SequenceEqual(wanted.OrderBy(field => field.Key, StringComparer.Ordinal)));
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public async Task A_read_asks_with_the_parameters_that_the_Python_client_gives(string version)
    {
        var theirs = ReadTrace(version)
            .Where(request => request.GetProperty("method").GetString() == "GET")
            .Select(request => Shape(request.GetProperty("path").GetString()!))
            .ToHashSet(StringComparer.Ordinal);
        string[] paths = ["/mlflow/registered-models/get", "/mlflow/experiments/get-by-name", "/model-versions/get-download-uri", "/mlflow-artifacts/artifacts"];
        var ours = (await RunAsync()).Where(request => request.Method == "GET" && paths.Any(path => request.Path.EndsWith(path, StringComparison.Ordinal))).ToList();
        Assert.Equal(paths.Length, ours.Select(request => request.Path).Distinct().Count());
        Assert.All(ours, request => Assert.Contains(Shape(request.Path + request.Query), theirs));
    }

    private static async Task<IReadOnlyList<RecordedRequest>> RunAsync()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        var registry = fixture.Catalog.Registry;
        var version = await Registered.VersionAsync(fixture.Catalog);
        await registry.SetVersionTagAsync(Registered.Churn, 1, new("k", "v"), default);
        await registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 1, null), default);
        await using var content = await registry.OpenContentAsync(version, default);
        await fixture.Catalog.Tracking.EndRunAsync(version.RunId!, RunStatus.Finished, Registered.Start, default);
        var requests = fixture.Server.Requests.ToList();
        await registry.DeleteAliasAsync(Registered.Churn, AliasName.Champion, default);
        return [.. requests, fixture.Server.Requests[^1]];
    }

    private static IEnumerable<JsonElement> ReadTrace(string version) =>
        File.ReadLines(Capture.DataFile(version, "client-trace.jsonl")).Select(line => JsonDocument.Parse(line).RootElement);

    private static Dictionary<string, JsonValueKind> Fields(JsonElement body) => body.ValueKind == JsonValueKind.Object
        ? body.EnumerateObject().Where(field => field.Value.ToString().Length > 0).ToDictionary(field => field.Name, field => field.Value.ValueKind)
        : [];

    // Path and the names of the parameters.
    private static string Shape(string target)
    {
        var parts = target.Split('?', 2);
        return parts.Length == 1 ? parts[0] : $"{parts[0]}?{string.Join('&', parts[1].Split('&').Select(parameter => parameter.Split('=')[0]))}";
    }
}
