namespace ModelOps.Sandbox.Rpc;

/// <summary>All calls.</summary>
internal static class RpcCatalog
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        .. ServerInfo.ServerInfoCalls.All,
        .. Experiments.ExperimentCalls.All,
        .. Runs.RunCalls.All,
        .. Runs.RunLogCalls.All,
        .. Runs.RunLinkCalls.All,
        .. Metrics.MetricCalls.All,
    ];
}
