using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ModelOps.Testing.MlflowServer;

/// <summary>The JSON calls by method and path.</summary>
internal sealed class MlflowRoutes
{
    private readonly Dictionary<string, Func<MlflowRequest, JsonObject>> _routes;

    public MlflowRoutes(MlflowState state, MlflowServerOptions options)
    {
        var tracking = new TrackingCalls(state, options);
        var registry = new RegistryCalls(state, options);
        _routes = new(StringComparer.Ordinal)
        {
            ["POST /experiments/create"] = tracking.CreateExperiment,
            ["GET /experiments/get-by-name"] = tracking.FindExperiment,
            ["GET /experiments/get"] = tracking.GetExperiment,
            ["POST /experiments/search"] = tracking.SearchExperiments,
            ["POST /experiments/delete"] = tracking.DeleteExperiment,
            ["POST /runs/create"] = tracking.CreateRun,
            ["GET /runs/get"] = tracking.GetRun,
            ["POST /runs/search"] = tracking.SearchRuns,
            ["POST /runs/log-batch"] = tracking.LogBatch,
            ["POST /runs/update"] = tracking.UpdateRun,
            ["POST /registered-models/create"] = registry.CreateModel,
            ["GET /registered-models/get"] = registry.GetModel,
            ["GET /registered-models/search"] = registry.SearchModels,
            ["POST /registered-models/set-tag"] = registry.SetModelTag,
            ["DELETE /registered-models/delete"] = registry.DeleteModel,
            ["POST /registered-models/alias"] = registry.SetAlias,
            ["DELETE /registered-models/alias"] = registry.DeleteAlias,
            ["POST /model-versions/create"] = registry.CreateVersion,
            ["GET /model-versions/get"] = registry.GetVersion,
            ["GET /model-versions/search"] = registry.SearchVersions,
            ["DELETE /model-versions/delete"] = registry.DeleteVersion,
            ["GET /model-versions/get-download-uri"] = registry.GetDownloadUri,
            ["PATCH /registered-models/update"] = registry.DescribeModel,
            ["PATCH /model-versions/update"] = registry.DescribeVersion,
            ["POST /model-versions/set-tag"] = registry.SetVersionTag,
        };
    }

    /// <summary>Whether a request changes something.</summary>
    public static bool IsWrite(string method, string path) => !HttpMethods.IsGet(method) && !path.EndsWith("/search", StringComparison.Ordinal);

    /// <summary>The call of a request; null when there is none.</summary>
    public Func<MlflowRequest, JsonObject>? Find(string method, string path) => _routes.GetValueOrDefault($"{method} {path}");
}
