using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;
using ModelOps.FileStore.Reading;

namespace ModelOps.FileStore;

/// <summary>Registered models in a file store.</summary>
internal sealed class FileRegistry(string store, RegisteredModels models, IArtifactStore artifacts, ContentPlace place) : IModelRegistry
{
    /// <inheritdoc />
    public RegistryTraits Traits { get; } = new() { IsReadOnly = true };

    /// <inheritdoc />
    public Task<RegisteredModel?> FindModelAsync(ModelName model, CancellationToken cancellationToken) =>
        Task.Run(() => models.Find(model), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<RegisteredModel> ListModelsAsync(CancellationToken cancellationToken) => Listing.Of(models.All, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<ModelName> SearchModelsAsync(ModelSearch search, CancellationToken cancellationToken) => Listing.Of(
        models.All
            .Where(model => model.Name.Value.StartsWith(search.NamePrefix ?? "", StringComparison.Ordinal) && (search.TagKey is not { } key || model.Tags.ContainsKey(key)))
            .Select(model => model.Name),
        cancellationToken);

    /// <inheritdoc />
    public Task<ModelVersion?> FindVersionAsync(ModelName model, int version, CancellationToken cancellationToken) =>
        Task.Run(() => models.Find(model, version)?.Version, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<ModelVersion> ListVersionsAsync(ModelName model, Tag? withTag, CancellationToken cancellationToken) => Listing.Of(
        models.Versions(model).Where(version => withTag is null || version.Tags.GetValueOrDefault(withTag.Key) == withTag.Value), cancellationToken);

    /// <inheritdoc />
    public async Task<IModelContent> OpenContentAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        var location = await place.FindAsync(version, cancellationToken).ConfigureAwait(false);
        var files = await artifacts.ListAsync(location, cancellationToken).ConfigureAwait(false);
        return files.Count > 0
            ? new StoredContent(artifacts, location, files)
            : throw new ModelOpsException(ExitCode.BadInput, SourceDiagnostics.NoModel.At($"{version.Uri} has no files: '{location}' is empty or missing."));
    }

    /// <inheritdoc />
    public Task EnsureModelAsync(ModelName model, string description, IReadOnlyList<Tag> tags, CancellationToken cancellationToken) =>
        throw Refused($"making the registered model '{model}'");

    /// <inheritdoc />
    public Task SetModelTagAsync(ModelName model, Tag tag, CancellationToken cancellationToken) => throw Refused($"tagging '{model}'");

    /// <inheritdoc />
    public Task DeleteModelAsync(ModelName model, CancellationToken cancellationToken) => throw Refused($"deleting '{model}'");

    /// <inheritdoc />
    public Task DeleteVersionAsync(ModelName model, int version, CancellationToken cancellationToken) =>
        throw Refused($"deleting version {version} of '{model}'");

    /// <inheritdoc />
    public Task<AddedVersion> AddVersionAsync(VersionDraft draft, IModelContent content, CancellationToken cancellationToken) =>
        throw Refused($"adding a version of '{draft.Model}'");

    /// <inheritdoc />
    public Task SetVersionTagAsync(ModelName model, int version, Tag tag, CancellationToken cancellationToken) =>
        throw Refused($"tagging version {version} of '{model}'");

    /// <inheritdoc />
    public Task DescribeAsync(ModelName model, int? version, string description, CancellationToken cancellationToken) => throw Refused($"describing '{model}'");

    /// <inheritdoc />
    public Task MoveAliasAsync(AliasMove move, CancellationToken cancellationToken) => throw Refused($"moving the alias '{move.Alias}' of '{move.Model}'");

    /// <inheritdoc />
    public Task DeleteAliasAsync(ModelName model, AliasName alias, CancellationToken cancellationToken) =>
        throw Refused($"deleting the alias '{alias}' of '{model}'");

    private ModelOpsException Refused(string what) => StoreErrors.ReadOnly(store, what);
}
