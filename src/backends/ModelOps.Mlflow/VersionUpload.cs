using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Adds a version: all files first, so that no version is ever without them, then the version, once.</summary>
internal sealed class VersionUpload(MlflowClient client, IArtifactStore artifacts, MlflowRegistry registry)
{
    private const string Directory = "model";
    private const int ParallelFiles = 4;

    public async Task<ModelVersion> RunAsync(VersionDraft draft, IModelContent content, CancellationToken cancellationToken)
    {
        var source = $"{draft.RunArtifactUri.TrimEnd('/')}/{Directory}";
        await Parallel.ForEachAsync(
            content.Files,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelFiles, CancellationToken = cancellationToken },
            async (file, token) => await artifacts.UploadAsync(source, file.Path, opening => content.OpenReadAsync(file, opening), file.Length, token));
        return await CreateOnce.RunAsync(token => CreateAsync(draft, source, token), token => FindAsync(draft, source, token), client.PauseAsync, cancellationToken);
    }

    private async Task<ModelVersion> CreateAsync(VersionDraft draft, string source, CancellationToken cancellationToken)
    {
        var request = new CreateVersionRequest(
            draft.Model.Value,
            source,
            draft.RunId,
            draft.Description.Length == 0 ? null : draft.Description,
            [.. draft.Tags.Select(tag => new WireTag(tag.Key, tag.Value))]);
        try
        {
            var answer = await client.SendAsync(
                HttpMethod.Post,
                "/mlflow/model-versions/create",
                request,
                WireJson.Mlflow.CreateVersionRequest,
                WireJson.Mlflow.VersionAnswer,
                Repeat.WhenNotDone,
                cancellationToken);
            return WireReader.Version(answer.ModelVersion);
        }
        catch (ModelOpsException exception) when (MlflowErrors.IsMissing(exception))
        {
            throw new ModelOpsException(
                ExitCode.RemoteFailure, RegistryDiagnostics.ModelMissing.At($"There is no registered model {draft.Model}."), exception);
        }
    }

    // The run is this call's own, so its source tells the version apart where the caller gave no key.
    private async Task<ModelVersion?> FindAsync(VersionDraft draft, string source, CancellationToken cancellationToken)
    {
        var key = draft.Tags.FirstOrDefault(tag => tag.Key == VersionTags.Key);
        ModelVersion? oldest = null;
        await foreach (var version in registry.ListVersionsAsync(draft.Model, key, cancellationToken))
        {
            oldest = key is not null || version.Source == source ? version : oldest;
        }

        return oldest;
    }
}
