using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Sources;

/// <summary>Finds the files that a reference names, in the catalog of an environment.</summary>
/// <param name="environment">The environment.</param>
/// <param name="catalog">Its catalog.</param>
/// <param name="context">The verb's context.</param>
internal sealed class ReferenceResolver(ReleaseEnvironment environment, ICatalog catalog, VerbContext context)
{
    /// <summary>Opens the files of a reference.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="environment">Where it is looked up.</param>
    /// <param name="context">The verb's context.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="ModelOpsException">There is no such model (MOP2304, MOP2006, MOP2007), or the catalog cannot be read.</exception>
    public static async Task<OpenedSource> OpenAsync(
        ModelReference reference, ReleaseEnvironment environment, VerbContext context, CancellationToken cancellationToken)
    {
        var catalog = await environment.OpenAsync(context, cancellationToken);
        try
        {
            var (content, version) = await new ReferenceResolver(environment, catalog, context).FindAsync(reference, cancellationToken);
            return OpenedSource.Of(content, reference.Text, reference.ShortName, version, catalog);
        }
        catch
        {
            await catalog.DisposeAsync();
            throw;
        }
    }

    private async Task<(IModelContent Content, ModelVersion? Version)> FindAsync(ModelReference reference, CancellationToken cancellationToken)
    {
        if (reference.Model is { } name)
        {
            var model = await RegisteredName.FindAsync(catalog.Registry, name, context, cancellationToken);
            var version = await FindVersionAsync(model, new(reference.Version, reference.Alias), cancellationToken);
            return (await OpenVersionAsync(catalog.Registry, version, cancellationToken), version);
        }

        return (reference.RunId is { } run ? await OfRunAsync(run, reference, cancellationToken) : await OfLoggedModelAsync(reference, cancellationToken), null);
    }

    /// <summary>Opens the files of a version that is READY.</summary>
    /// <exception cref="ModelOpsException">It is not READY (MOP2008, exit 3), or no MLmodel is among its files (MOP2304).</exception>
    public static async Task<IModelContent> OpenVersionAsync(IModelRegistry registry, ModelVersion version, CancellationToken cancellationToken)
    {
        if (version.Status != VersionStatus.Ready)
        {
            throw new ModelOpsException(ExitCode.GateFailed, RegistryDiagnostics.VersionNotReady.At($"{version.Uri} is not READY: {version.StatusMessage}"));
        }

        var content = await RecordedSize.OpenContentAsync(registry, version, cancellationToken);
        return HasModel(content.Files) ? content : throw NoModel($"{version.Uri} has no file {ContentRules.ModelFile}; found {content.Files.Count} other files.");
    }

    // modelops.yml has names without catalog and schema; a reference has the registry's own.
    private async Task<ModelVersion> FindVersionAsync(ModelName model, VersionChoice choice, CancellationToken cancellationToken)
    {
        try
        {
            return await SelectedVersion.FindAsync(catalog.Registry, environment.Name, model, choice, cancellationToken);
        }
        catch (ModelOpsException missing) when (
            missing.Diagnostics[0].Descriptor == RegistryDiagnostics.ModelMissing && environment.Prefix.Length > 0 && !model.Value.StartsWith(environment.Prefix + '.', StringComparison.Ordinal))
        {
            throw new ModelOpsException(missing.ExitCode, RegistryDiagnostics.ModelMissing.At(
                $"{missing.Diagnostics[0].Message} A reference has the whole name of the model, as in models:/{environment.Prefix}.{model}."), missing);
        }
    }

    private async Task<IModelContent> OfRunAsync(string runId, ModelReference reference, CancellationToken cancellationToken)
    {
        if (await catalog.Tracking.FindRunAsync(runId, cancellationToken) is not { IsDeleted: false } run)
        {
            throw NoModel($"There is no run '{runId}' in environment '{environment.Name}'.");
        }

        var location = reference.Path.Length == 0 ? run.ArtifactUri : LocalLocation.Append(run.ArtifactUri, reference.Path);
        var files = await catalog.Artifacts.ListAsync(location, cancellationToken);
        if (HasModel(files))
        {
            return new StoredContent(catalog.Artifacts, location, files);
        }

        // MLflow 3 keeps the files of log_model beside the run, and takes runs:/ for the newest logged model of that name.
        var models = await RunModels.FindAsync(catalog, run, cancellationToken);
        return models.FirstOrDefault(model => model.Location is not null && model.Name == reference.Path) is { Location: { } logged }
            ? await OpenAsync(logged, reference, cancellationToken)
            : throw NoModel($"'{reference.Text}' has no file {ContentRules.ModelFile}. The run {(models.Count == 0 ? "has no model" : "has " + string.Join(", ", models.Select(model => model.Uri)))}.");
    }

    private async Task<IModelContent> OfLoggedModelAsync(ModelReference reference, CancellationToken cancellationToken) =>
        await catalog.Tracking.FindLoggedModelAsync(reference.LoggedModelId!, cancellationToken) is { } location
            ? await OpenAsync(location, reference, cancellationToken)
            : throw NoModel($"There is no logged model '{reference.LoggedModelId}' in environment '{environment.Name}'.");

    private async Task<IModelContent> OpenAsync(string location, ModelReference reference, CancellationToken cancellationToken)
    {
        var files = await catalog.Artifacts.ListAsync(location, cancellationToken);
        return HasModel(files)
            ? new StoredContent(catalog.Artifacts, location, files)
            : throw NoModel($"'{reference.Text}' has no file {ContentRules.ModelFile}; found {files.Count} other files.");
    }

    private static bool HasModel(IReadOnlyList<ContentFile> files) =>
        files.Any(file => string.Equals(file.Path, ContentRules.ModelFile, StringComparison.Ordinal));

    private static ModelOpsException NoModel(string message) => new(ExitCode.BadInput, SourceDiagnostics.NoModel.At(message));
}
