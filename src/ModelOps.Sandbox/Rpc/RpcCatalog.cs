namespace ModelOps.Sandbox.Rpc;

/// <summary>All calls.</summary>
internal static class RpcCatalog
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        .. Artifacts.ArtifactCalls.All,
        .. ServerInfo.ServerInfoCalls.All,
        .. RegisteredModels.ModelCalls.All,
        .. RegisteredModels.ModelTagCalls.All,
        .. RegisteredModels.AliasCalls.All,
        .. ModelVersions.VersionCalls.All,
        .. ModelVersions.VersionTagCalls.All,
        .. Webhooks.WebhookCalls.All,
        .. Experiments.ExperimentCalls.All,
        .. Runs.RunCalls.All,
        .. Runs.RunLogCalls.All,
        .. Runs.RunLinkCalls.All,
        .. Metrics.MetricCalls.All,
        .. Search.SearchCalls.All,
        .. LoggedModels.LoggedModelCalls.All,
    ];
}
