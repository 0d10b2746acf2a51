using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Search;

/// <summary>All searches but that of logged models, which is beside their other calls.</summary>
internal static class SearchCalls
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
        [RunSearch.Endpoint, .. ExperimentSearch.All, .. DatasetSearch.All, ModelSearch.Endpoint, VersionSearch.Endpoint];
}
