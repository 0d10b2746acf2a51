using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Traces;

namespace ModelOps.Sandbox.Seeds;

/// <summary>Makes traces.</summary>
/// <param name="calls">Makes calls.</param>
/// <param name="server">The server.</param>
internal sealed class SeedTraces(RpcInvoker calls, ServerContext server)
{
    /// <summary>Whether an experiment has a trace of a name.</summary>
    public bool Has(string experimentId, string name) => server.Store.Read(connection => connection.Scalar(
        """
        SELECT 1 FROM trace_info i JOIN trace_tags t ON t.request_id = i.request_id
        WHERE i.experiment_id = CAST($experiment AS INTEGER) AND t.key = 'mlflow.traceName' AND t.value = $name
        """,
        ("$experiment", experimentId), ("$name", name))) is not null;

    /// <summary>Makes a trace.</summary>
    public async Task AddAsync(string experimentId, SeedTrace trace, CancellationToken cancellationToken)
    {
        var tags = trace.Tags.Where(tag => tag.Key != TraceKeys.Name).Append(new(TraceKeys.Name, trace.Name)).ToList();
        var made = await calls.CallAsync(
            "POST",
            "traces",
            new()
            {
                ["experiment_id"] = experimentId,
                ["timestamp_ms"] = server.Now,
                ["request_metadata"] = SeedRuns.Pairs(trace.Metadata),
                ["tags"] = SeedRuns.Pairs(tags),
            },
            cancellationToken);
        var id = made.GetProperty("trace_info").GetProperty("request_id").GetString()!;
        if (trace.Status != TraceStates.InProgress)
        {
            await calls.CallAsync(
                "PATCH", "traces/{request_id}", new() { ["timestamp_ms"] = server.Now, ["status"] = trace.Status }, cancellationToken, new() { ["request_id"] = id });
        }
    }
}
