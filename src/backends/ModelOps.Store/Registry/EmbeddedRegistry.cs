using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Sqlite;
using ModelOps.Store.Tracking;

namespace ModelOps.Store.Registry;

/// <summary>The registry in an embedded store.</summary>
/// <param name="database">The store's file.</param>
/// <param name="artifacts">Files of versions.</param>
/// <param name="ownPlace">Location below which versions get a directory each; null to keep their files with their runs, which are in the same store.</param>
/// <param name="time">The clock.</param>
internal sealed class EmbeddedRegistry(StoreDatabase database, IArtifactStore artifacts, string? ownPlace, TimeProvider time) : IModelRegistry
{
    private const string ContentDirectory = "model";
    private const int ParallelUploads = 4;

    /// <inheritdoc />
    public RegistryTraits Traits { get; } = new() { FinishesVersions = true };

    /// <inheritdoc />
    public Task<RegisteredModel?> FindModelAsync(ModelName model, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ModelRows.Find(connection, model), cancellationToken);

    /// <inheritdoc />
    public Task EnsureModelAsync(ModelName model, string description, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        TagLimits.RequireModelTags(tags);
        return database.WriteAsync(connection => ModelRows.Ensure(connection, model, description, tags, time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ModelName> SearchModelsAsync(ModelSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var model in await database.ReadAsync(connection => ModelRows.Search(connection, search), cancellationToken).ConfigureAwait(false))
        {
            yield return model;
        }
    }

    /// <inheritdoc />
    public Task SetModelTagAsync(ModelName model, Tag tag, CancellationToken cancellationToken)
    {
        TagLimits.RequireModelTags([tag]);
        return database.WriteAsync(connection => ModelTagRows.Write(connection, model, [tag]), cancellationToken);
    }

    /// <inheritdoc />
    public Task DeleteModelAsync(ModelName model, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Removal.DeleteModel(connection, model), cancellationToken);

    /// <inheritdoc />
    public Task DeleteVersionAsync(ModelName model, int version, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Removal.DeleteVersion(connection, model, version, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc />
    /// <remarks>A model whose name the toolkit cannot write in a URI, made by another MLflow client, is left out.</remarks>
    public async IAsyncEnumerable<RegisteredModel> ListModelsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var model in await database.ReadAsync(ModelRows.List, cancellationToken).ConfigureAwait(false))
        {
            yield return model;
        }
    }

    /// <inheritdoc />
    public Task<ModelVersion?> FindVersionAsync(ModelName model, int version, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => VersionRows.Find(connection, model, version), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<ModelVersion> ListVersionsAsync(
        ModelName model, Tag? withTag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var versions = await database.ReadAsync(connection => VersionRows.List(connection, model, withTag), cancellationToken).ConfigureAwait(false);
        foreach (var version in versions)
        {
            yield return version;
        }
    }

    /// <inheritdoc />
    public async Task<AddedVersion> AddVersionAsync(VersionDraft draft, IModelContent content, CancellationToken cancellationToken)
    {
        TagLimits.RequireVersionTags(draft.Tags);
        await database.ReadAsync(connection => RequireTargets(connection, draft), cancellationToken).ConfigureAwait(false);

        var source = ownPlace is null ? $"{draft.RunArtifactUri.TrimEnd('/')}/{ContentDirectory}" : $"{ownPlace}/{Guid.NewGuid():N}";
        await UploadAsync(source, content, cancellationToken).ConfigureAwait(false);
        return await database.WriteAsync(connection => VersionRows.Add(connection, draft, source, time.GetUtcNow()), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <remarks>Only a server that works on the file leaves a version pending; its files are where its source says.</remarks>
    public async Task<ModelVersion> FinishVersionAsync(ModelVersion version, IModelContent content, CancellationToken cancellationToken)
    {
        var location = await database.ReadAsync(connection => ContentLocation.Resolve(connection, version), cancellationToken).ConfigureAwait(false);
        await UploadAsync(location, content, cancellationToken).ConfigureAwait(false);
        return await database.WriteAsync(connection => VersionRows.Finish(connection, version), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<IModelContent> OpenContentAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var location = await database.ReadAsync(connection => ContentLocation.Resolve(connection, version), cancellationToken).ConfigureAwait(false);
        var files = await artifacts.ListAsync(location, cancellationToken).ConfigureAwait(false);
        return files.Count > 0
            ? new StoredContent(artifacts, location, files)
            : throw StoreErrors.Refused($"{version.Uri} has no files: '{location}' is empty or missing.");
    }

    /// <inheritdoc />
    public Task SetVersionTagAsync(ModelName model, int version, Tag tag, CancellationToken cancellationToken)
    {
        TagLimits.RequireVersionTags([tag]);
        return database.WriteAsync(connection => VersionRows.SetTag(connection, model, version, tag), cancellationToken);
    }

    /// <inheritdoc />
    public Task DescribeAsync(ModelName model, int? version, string description, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (version is { } number)
                {
                    VersionRows.Describe(connection, model, number, description, time.GetUtcNow());
                }
                else
                {
                    ModelRows.Describe(connection, model, description, time.GetUtcNow());
                }
            },
            cancellationToken);

    /// <inheritdoc />
    public Task MoveAliasAsync(AliasMove move, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => AliasRows.Move(connection, move), cancellationToken);

    /// <inheritdoc />
    public Task DeleteAliasAsync(ModelName model, AliasName alias, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => AliasRows.Delete(connection, model, alias), cancellationToken);

    private Task UploadAsync(string location, IModelContent content, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        content.Files,
        new ParallelOptions { MaxDegreeOfParallelism = ParallelUploads, CancellationToken = cancellationToken },
        async (file, token) =>
            await artifacts.UploadAsync(location, file.Path, open => content.OpenReadAsync(file, open), file.Length, token).ConfigureAwait(false));

    /// <summary>What MLflow requires of a version with a local source: a model, and a run that the source belongs to.</summary>
    private bool RequireTargets(StoreConnection connection, VersionDraft draft)
    {
        ModelRows.Require(connection, draft.Model);
        if (ownPlace is not null)
        {
            return true;
        }

        var run = RunRows.Require(connection, draft.RunId);
        return string.Equals(run.ArtifactUri, draft.RunArtifactUri, StringComparison.Ordinal)
            ? true
            : throw StoreErrors.Refused($"Run '{draft.RunId}' keeps its artifacts in '{run.ArtifactUri}', not in '{draft.RunArtifactUri}'.");
    }
}
