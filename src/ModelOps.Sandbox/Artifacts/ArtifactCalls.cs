using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Runs;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Calls that list and delete artifacts.</summary>
internal static class ArtifactCalls
{
    private static readonly MessageShape PathOnly = new(Field.Text("path"));

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new("GET", "mlflow-artifacts/artifacts", PathOnly, [], ListRoot),
        new("DELETE", "mlflow-artifacts/artifacts/{**path}", MessageShape.Empty, [], Delete),
        new("GET", "mlflow-artifacts/presigned/{**path}", MessageShape.Empty, [], PresignDownload) { Only = Behavior.Mlflow3 },
        new(
            "GET",
            "mlflow/artifacts/list",
            new(RunMessages.RunId, RunMessages.RunUuid, Field.Text("path"), Field.Text("page_token")),
            [ParameterRules.RequiredText("run_id"), ParameterRules.Text("path"), ParameterRules.Text("page_token")],
            ListRun),
        new(
            "POST",
            "mlflow/artifacts/presigned-upload-url",
            new(Field.Text("run_id"), Field.Text("path"), Field.Integer("expiration")),
            [ParameterRules.RequiredText("run_id"), ParameterRules.RequiredText("path"), new("expiration", Rule.Integer)],
            PresignUpload) { Only = Behavior.Mlflow3 },
        new(
            "GET",
            "mlflow/logged-models/{model_id}/artifacts/directories",
            new(Field.Text("artifact_directory_path")),
            [ParameterRules.Text("artifact_directory_path")],
            ListLoggedModel) { Only = Behavior.Mlflow3 },
    ];

    private static ValueTask<Answer> ListRoot(RpcCall call, CancellationToken cancellationToken)
    {
        var path = ArtifactPath.Parse(call.Request.Text("path"));
        return AnswerWith(new(RootUri: null, ArtifactLister.List(RootOf(call), path, prefix: "")));
    }

    private static ValueTask<Answer> ListRun(RpcCall call, CancellationToken cancellationToken)
    {
        var path = ArtifactPath.Parse(call.Request.Text("path"));
        return ListLocation(call, ArtifactLocations.OfRun(call.Server, RunMessages.RunIdOf(call.Request)), path);
    }

    private static ValueTask<Answer> ListLoggedModel(RpcCall call, CancellationToken cancellationToken)
    {
        var path = ArtifactPath.Parse(call.Request.Text("artifact_directory_path"));
        return ListLocation(call, ArtifactLocations.OfLoggedModel(call.Server, call.PathValue("model_id")), path);
    }

    private static ValueTask<Answer> ListLocation(RpcCall call, string location, string path)
    {
        var directory = ArtifactPath.Join(ArtifactLocations.ToPath(call.Server, location), path);
        return AnswerWith(new(location, ArtifactLister.List(RootOf(call), directory, path)));
    }

    private static ValueTask<Answer> Delete(RpcCall call, CancellationToken cancellationToken)
    {
        RootOf(call).Delete(ArtifactPath.ParseFile(call.PathValue("path").TrimEnd('/')));
        return new(Answer.Empty);
    }

    private static ValueTask<Answer> PresignDownload(RpcCall call, CancellationToken cancellationToken)
    {
        ArtifactPath.Parse(call.PathValue("path"));
        throw new MlflowFault(ErrorCode.NotImplemented, "Multipart download is not supported for the current artifact repository");
    }

    private static ValueTask<Answer> PresignUpload(RpcCall call, CancellationToken cancellationToken)
    {
        ArtifactPath.Parse(call.Request.Text("path"));
        var scheme = ArtifactLocations.SchemeOf(ArtifactLocations.OfRun(call.Server, call.Request.Text("run_id")));
        throw scheme is "http" or "https" or "mlflow-artifacts"
            ? MlflowFault.Invalid(
                $"Presigned upload is not supported for runs with proxied artifact storage (artifact URI scheme: {scheme}). "
                + "This endpoint requires a run with a direct cloud storage artifact URI.")
            : new MlflowFault(ErrorCode.NotImplemented, "Presigned upload is not supported for the current artifact repository");
    }

    private static ArtifactRoot RootOf(RpcCall call) => new(call.Server.ArtifactDirectory);

    private static ValueTask<Answer> AnswerWith(ArtifactList list) => new(Answer.Of(list, ArtifactJson.Default.ArtifactList));
}
