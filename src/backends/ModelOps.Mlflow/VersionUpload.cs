using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Adds a version: all files first, so that no version is ever without them, then the version, once.</summary>
internal sealed class VersionUpload(MlflowClient client, IArtifactStore artifacts, MlflowRegistry registry)
{
    private const int ParallelFiles = 4;

    public async Task<AddedVersion> RunAsync(VersionDraft draft, string source, IModelContent content, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            content.Files,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelFiles, CancellationToken = cancellationToken },
            async (file, token) => await artifacts.UploadAsync(source, file.Path, opening => content.OpenReadAsync(file, opening), file.Length, token));

        // The upload may have taken minutes; what is left of the race is the time between this look and the server's insert.
        if (draft.Unique is not null && await FindAsync(draft, source, cancellationToken) is { } present)
        {
            return new(present, IsNew: false);
        }

        var isCreated = false;
        var version = await CreateOnce.RunAsync(
            async token =>
            {
                var created = await CreateAsync(draft, source, token);
                isCreated = true;
                return created;
            },
            token => FindAsync(draft, source, token),
            client.PauseAsync,
            cancellationToken);
        return new(version, isCreated || version.Source == source);
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

    // The source is this call's own, so it tells the version apart where the draft has no unique tag.
    private async Task<ModelVersion?> FindAsync(VersionDraft draft, string source, CancellationToken cancellationToken)
    {
        var versions = await registry.ListVersionsAsync(draft.Model, draft.Unique?.Tag, cancellationToken).ToListAsync(cancellationToken);
        return draft.Unique is { } unique ? unique.Choose(versions) : versions.FindLast(version => version.Source == source);
    }
}
