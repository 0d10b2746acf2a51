using System.Text.Json.Nodes;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Seeds;

/// <summary>Makes runs.</summary>
/// <param name="calls">Makes calls.</param>
/// <param name="server">The server.</param>
internal sealed class SeedRuns(RpcInvoker calls, ServerContext server)
{
    /// <summary>Makes a run with its metrics and parameters.</summary>
    /// <returns>Its ID and artifact location.</returns>
    public async Task<(string Id, string ArtifactUri)> AddAsync(string experimentId, SeedRun run, CancellationToken cancellationToken)
    {
        var now = server.Now;
        var made = await calls.CallAsync(
            "POST",
            "runs/create",
            new() { ["experiment_id"] = experimentId, ["run_name"] = run.Name, ["start_time"] = now, ["tags"] = Pairs(run.Tags) },
            cancellationToken);
        var info = made.GetProperty("run").GetProperty("info");
        var id = info.GetProperty("run_id").GetString()!;
        var metrics = run.Metrics.Select(metric => (JsonNode)new JsonObject
        {
            ["key"] = metric.Key, ["value"] = metric.Value, ["timestamp"] = now, ["step"] = 0,
        });
        await calls.CallAsync(
            "POST",
            "runs/log-batch",
            new() { ["run_id"] = id, ["metrics"] = new JsonArray([.. metrics]), ["params"] = Pairs(run.Parameters) },
            cancellationToken);
        await calls.CallAsync("POST", "runs/update", new() { ["run_id"] = id, ["status"] = run.Status, ["end_time"] = now }, cancellationToken);
        return (id, info.GetProperty("artifact_uri").GetString()!);
    }

    /// <summary>Tags or parameters as they are sent.</summary>
    public static JsonArray Pairs(IReadOnlyList<KeyValuePair<string, string>> pairs) =>
        new([.. pairs.Select(pair => (JsonNode)new JsonObject { ["key"] = pair.Key, ["value"] = pair.Value })]);
}
