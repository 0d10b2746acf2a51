using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Calls;

/// <summary>All calls.</summary>
internal static class RpcCatalog
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        .. Artifacts.ArtifactCalls.All,
        .. ServerInfo.ServerInfoCalls.All,
        .. Registry.Models.ModelCalls.All,
        .. Registry.Models.ModelTagCalls.All,
        .. Registry.Models.AliasCalls.All,
        .. Registry.Versions.VersionCalls.All,
        .. Registry.Versions.VersionTagCalls.All,
        .. Subscriptions.WebhookCalls.All,
        .. Experiments.ExperimentCalls.All,
        .. Runs.RunCalls.All,
        .. Runs.RunLogCalls.All,
        .. Runs.RunLinkCalls.All,
        .. Metrics.MetricCalls.All,
        .. Search.SearchCalls.All,
        .. LoggedModels.LoggedModelCalls.All,
        .. Traces.TraceCalls.All,
        .. Traces.TraceDeletionCalls.All,
        .. Traces.TraceSpanCalls.All,
        .. Traces.TraceTagCalls.All,
        .. TraceSearch.TraceSearchCalls.All,
        .. TraceSearch.CorrelationCalls.All,
        .. TraceMetrics.MetricCalls.All,
        .. Traces.TraceLinkCalls.All,
        .. Assessments.AssessmentCalls.All,
        .. Promptlab.PromptlabCalls.All,
        .. Scorers.ScorerCalls.All,
        .. EvaluationDatasets.DatasetCalls.All,
        .. Issues.IssueCalls.All,
    ];
}
