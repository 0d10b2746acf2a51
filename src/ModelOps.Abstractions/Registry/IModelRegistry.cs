using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Abstractions.Registry;

/// <summary>Port of a model registry. Every call fails with <see cref="ModelOpsException"/> and a code MOP20xx; a store that is only read with MOP23xx.</summary>
public interface IModelRegistry
{
    /// <summary>What this kind of registry takes and keeps.</summary>
    RegistryTraits Traits { get; }

    /// <summary>Finds a registered model with its aliases; null when it does not exist.</summary>
    Task<RegisteredModel?> FindModelAsync(ModelName model, CancellationToken cancellationToken);

    /// <summary>Creates a registered model; one that exists already, also by a concurrent call, is left as it is.</summary>
    Task EnsureModelAsync(ModelName model, string description, CancellationToken cancellationToken) =>
        EnsureModelAsync(model, description, [], cancellationToken);

    /// <summary>The same, with tags that are written in the create request itself.</summary>
    Task EnsureModelAsync(ModelName model, string description, IReadOnlyList<Tag> tags, CancellationToken cancellationToken);

    /// <summary>Lists registered models, page by page, in order of name.</summary>
    IAsyncEnumerable<RegisteredModel> ListModelsAsync(CancellationToken cancellationToken);

    /// <summary>Names of the registered models that a search finds. Read a model before it is changed: a search may lag behind.</summary>
    IAsyncEnumerable<ModelName> SearchModelsAsync(ModelSearch search, CancellationToken cancellationToken);

    /// <summary>Writes a tag of a registered model, replacing one of the same key.</summary>
    Task SetModelTagAsync(ModelName model, Tag tag, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a registered model; one that does not exist is fine. Some registries refuse one that has versions, and one whose traits say that it
    /// deletes no models leaves the name, without tags.
    /// </summary>
    Task DeleteModelAsync(ModelName model, CancellationToken cancellationToken);

    /// <summary>Deletes a version; one that does not exist is fine. Its number is never given again.</summary>
    Task DeleteVersionAsync(ModelName model, int version, CancellationToken cancellationToken);

    /// <summary>Finds a version; null when it does not exist.</summary>
    Task<ModelVersion?> FindVersionAsync(ModelName model, int version, CancellationToken cancellationToken);

    /// <summary>Lists the versions of a model with their tags, newest first; none when the model does not exist.</summary>
    /// <param name="model">Registered model.</param>
    /// <param name="withTag">Only versions with exactly this tag; null for all.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<ModelVersion> ListVersionsAsync(ModelName model, Tag? withTag, CancellationToken cancellationToken);

    /// <summary>
    /// Adds a version with its files. An MLflow registry gets the files first and the version then; Unity Catalog the version, its files, and
    /// the final call. Either way no version without files is ever READY. The create request itself is not repeated blindly.
    /// Where the draft has a unique tag and a live version has it, that version is the answer and none is created. A registry with transactions looks in
    /// the one that inserts, so that there is never a second; any other looks right before it creates, and the caller settles what is there afterwards.
    /// </summary>
    /// <returns>The version, and whether this call created it.</returns>
    Task<AddedVersion> AddVersionAsync(VersionDraft draft, IModelContent content, CancellationToken cancellationToken);

    /// <summary>
    /// The same for a model that has no version yet and may not exist: it is created first, unless it is there, also by a concurrent call. Whoever creates
    /// the model knows that it had no version at that moment, so a registry may create it as late as right before the version, in place of a look.
    /// </summary>
    /// <param name="draft">The version.</param>
    /// <param name="modelDescription">Description of a new registered model; empty when none.</param>
    /// <param name="content">All of its files.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    async Task<AddedVersion> AddFirstVersionAsync(VersionDraft draft, string modelDescription, IModelContent content, CancellationToken cancellationToken)
    {
        await EnsureModelAsync(draft.Model, modelDescription, cancellationToken);
        return await AddVersionAsync(draft, content, cancellationToken);
    }

    /// <summary>
    /// Finishes a version that a killed run left pending, with the same files: they are sent again, and the final call is made. Only where the traits say
    /// that callers can.
    /// </summary>
    /// <param name="version">The pending version.</param>
    /// <param name="content">All of its files.</param>
    /// <param name="cancellationToken">Ends the work; the version stays pending.</param>
    /// <returns>The version as it is then; READY, or on its way there.</returns>
    Task<ModelVersion> FinishVersionAsync(ModelVersion version, IModelContent content, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The traits of this registry say that no caller finishes its versions.");

    /// <summary>Opens the files of a version as the registry itself serves them.</summary>
    Task<IModelContent> OpenContentAsync(ModelVersion version, CancellationToken cancellationToken);

    /// <summary>Writes a tag of a version, replacing one of the same key.</summary>
    Task SetVersionTagAsync(ModelName model, int version, Tag tag, CancellationToken cancellationToken);

    /// <summary>Writes the description of a version, or of the registered model, replacing the one that is there.</summary>
    /// <param name="model">Registered model.</param>
    /// <param name="version">Version; null for the registered model itself.</param>
    /// <param name="description">The description.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task DescribeAsync(ModelName model, int? version, string description, CancellationToken cancellationToken);

    /// <summary>
    /// Moves an alias if it is where the caller expects it, and reads it back. Atomic where the backend can; else as near as reads before and
    /// after the write allow. The alias is never absent in between.
    /// </summary>
    /// <exception cref="ModelOpsException">MOP3002 with <see cref="Diagnostics.ExitCode.StateMoved"/> when it was elsewhere.</exception>
    Task MoveAliasAsync(AliasMove move, CancellationToken cancellationToken);

    /// <summary>Removes an alias of exactly this spelling where the registry tells spellings apart; one that does not exist is fine.</summary>
    Task DeleteAliasAsync(ModelName model, AliasName alias, CancellationToken cancellationToken);
}
