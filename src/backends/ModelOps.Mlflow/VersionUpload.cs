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

    /// <summary>Adds a version.</summary>
    /// <param name="draft">The version.</param>
    /// <param name="source">Where its files go: a place that no other version has.</param>
    /// <param name="content">The files.</param>
    /// <param name="create">Creates the model of a first version once the files are there, and says whether this call did; null where the model is there.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<AddedVersion> RunAsync(
        VersionDraft draft, string source, IModelContent content, Func<CancellationToken, Task<bool>>? create, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            content.Files,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelFiles, CancellationToken = cancellationToken },
            async (file, token) => await artifacts.UploadAsync(source, file.Path, opening => content.OpenReadAsync(file, opening), file.Length, token));

        // The upload may have taken minutes; what is left of the race is the time between this look and the server's insert. Whoever has just created
        // the model has seen that it has no version.
        var look = create is not null && await create(cancellationToken) ? VersionLook.OfNewModel
            : draft.Unique is { } unique ? await registry.LookAsync(draft.Model, unique, cancellationToken) : VersionLook.None;
        if (look.Present is { } present)
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
        return new(version, isCreated || version.Source == source) { IsAlone = isCreated && look.IsFollowedBy(version, draft.Unique) };
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
