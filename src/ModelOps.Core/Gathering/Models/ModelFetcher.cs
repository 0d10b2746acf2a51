using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Models;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Gathering.Models;

/// <summary>Makes the private copies that everything else works on.</summary>
/// <param name="context">The verb's context.</param>
/// <param name="catalog">Where versions are.</param>
internal sealed class ModelFetcher(VerbContext context, ICatalog catalog)
{
    /// <summary>Copies a version as its registry serves it. Files that cannot be had are a finding, not a failure.</summary>
    public async Task<GatheredModel> FetchAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        string? excess = null;
        var files = await EvidenceAttempt.OfAsync(
            async () =>
            {
                await using var content = await catalog.Registry.OpenContentAsync(version, cancellationToken);
                excess = RecordedSize.FindExcess(version, content.Files);
                RecordedSize.Require(excess);
                FetchLimits.Require(content.Files, Path.GetTempPath(), version.Uri);
                return await MaterializedModel.CreateAsync(content, context.Progress, cancellationToken);
            },
            context);
        return await WithRunsAsync(new() { Name = version.Uri, Catalog = catalog, Version = version, Files = files.Value, Excess = excess }, cancellationToken);
    }

    /// <summary>Copies a model that is named by where it is.</summary>
    /// <exception cref="ModelOpsException">There is none, or it is not what was packed or registered (exit 3).</exception>
    public async Task<GatheredModel> FetchAsync(string source, ReleaseEnvironment environment, CancellationToken cancellationToken)
    {
        await using var opened = await OpenedSource.OpenAsync(source, environment, context, cancellationToken);
        FetchLimits.Require(opened.Content.Files, Path.GetTempPath(), opened.Name);
        var files = await MaterializedModel.CreateAsync(opened.Content, context.Progress, cancellationToken);
        try
        {
            opened.Require(files.Identity);
        }
        catch
        {
            files.Dispose();
            throw;
        }

        return await WithRunsAsync(new() { Name = source, Catalog = catalog, Files = files }, cancellationToken);
    }

    private async Task<GatheredModel> WithRunsAsync(GatheredModel model, CancellationToken cancellationToken)
    {
        try
        {
            var directory = model.Files is { } files ? new ModelDirectory(files.Path) : null;
            return model with { Directory = directory, Runs = await VersionRuns.FindAsync(catalog, model.Version, directory, cancellationToken) };
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }
}
