using ModelOps.Sandbox.Calls;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>The calls that the sandbox serves, and those that it does not.</summary>
internal static class ServedCalls
{
    /// <summary>All calls: those of the catalog, and routes on which something else than JSON travels.</summary>
    public static IReadOnlyList<ServedCall> All { get; } =
    [
        .. RpcCatalog.All.Where(call => !FailsThere(call)).Select(ServedCall.Of),
        new("POST", "/v1/traces", Behavior.Mlflow3),
        new("GET", "/ajax-api/2.0/mlflow/get-trace-artifact"),
        new("GET", "/ajax-api/3.0/mlflow/get-trace-artifact", Behavior.Mlflow3),
        new("PUT", "/api/2.0/mlflow-artifacts/artifacts/{**path}"),
        new("GET", "/api/2.0/mlflow-artifacts/artifacts/{**path}"),
        new("POST", "/api/2.0/mlflow-artifacts/mpu/{operation}/{**path}"),
        new("GET", "/get-artifact"),
        new("GET", "/model-versions/get-artifact"),
        new("POST", "/ajax-api/2.0/mlflow/upload-artifact"),
        new("GET", "/ajax-api/2.0/mlflow/logged-models/{model_id}/artifacts/files", Behavior.Mlflow3),
        new("GET", "/health"),
        new("GET", "/version"),
        new("GET", "/"),
    ];

    // 2.22 has the paths and nothing behind them.
    private static bool FailsThere(RpcEndpoint call) =>
        call.Only == Behavior.Mlflow2 && call.Path == "mlflow/traces/{trace_id}/assessments/{assessment_id}";

    /// <summary>The call that a request is, the one with the fewest values in its path; null when there is none.</summary>
    public static ServedCall? Find(CapturedCase one) => All.Where(call => call.Matches(one)).MinBy(call => call.Path.Count(sign => sign == '{'));

    /// <summary>Calls of MLflow's server that stay out, by name.</summary>
    public static IReadOnlyList<(string Method, string Path, string Why)> Out { get; } =
    [
        ("POST", "/graphql", "GraphQL: MLflow's user interface asks it, its clients do not"),
        ("GET", "/ajax-api/2.0/mlflow/gateway-proxy", "AI Gateway: models of others are asked through it"),
        ("POST", "/ajax-api/2.0/mlflow/gateway-proxy", "AI Gateway"),
        ("GET", "/api/3.0/mlflow/gateway/endpoints/list", "AI Gateway: endpoints, secrets, model definitions, budgets and guardrails alike"),
        ("POST", "/gateway/mlflow/v1/chat/completions", "AI Gateway: what its endpoints serve"),
    ];
}
