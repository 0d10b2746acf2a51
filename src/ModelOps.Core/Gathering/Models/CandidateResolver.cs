using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Gathering.Models;

/// <summary>Finds the model that is judged and the champion it has to beat.</summary>
internal static class CandidateResolver
{
    /// <summary>Opens the environment and finds both.</summary>
    /// <exception cref="ModelOpsException">The call names nothing that is there, or a version that is not READY.</exception>
    public static async Task<Candidate> ResolveAsync(CandidateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(settings, context, cancellationToken);
        }
        catch (ModelOpsException failure) when (failure.Diagnostics.Any(finding => finding.Descriptor == RegistryDiagnostics.Unauthorized))
        {
            // Where no credentials are given there is nothing that the author of the pull request could correct.
            var build = await context.ReadBuildAsync(cancellationToken);
            throw build.IsUntrusted ? new ModelOpsException(ExitCode.CouldNotRun, [WithoutCredentials(), .. failure.Diagnostics]) : failure;
        }
    }

    private static Diagnostic WithoutCredentials() => GateDiagnostics.WithoutCredentials.At(
        "This build runs for a pull request of a fork, or that cannot be ruled out, so it has no credentials: the champion cannot be read and nothing is judged. "
        + "check, package and test need none; whoever may push validates the change on a branch of this repository.");

    private static async Task<Candidate> FindAsync(CandidateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        if (settings.Package is not null && (settings.Version is not null || settings.FromAlias is not null))
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At("Give --package, or --version or --from-alias, not both."));
        }

        var environments = new EnvironmentResolver(context);
        var shortName = environments.ShortName(settings.Model!);
        var section = FindSection(context, shortName);
        var environment = environments.NamedOrDefault(settings.Environment);
        var build = await context.ReadBuildAsync(cancellationToken);
        var catalog = await environment.OpenAsync(context, cancellationToken);
        ChampionPlace? place = null;
        try
        {
            var model = await environment.FindNameAsync(catalog, shortName, context, cancellationToken);
            var version = settings.Package is null
                ? await SelectedVersion.FindAsync(
                    catalog.Registry, environment.Name, model, new(settings.Version, settings.FromAlias), cancellationToken)
                : null;
            RequireReady(version);
            place = await ChampionPlace.OpenAsync(section, environment, catalog, context, cancellationToken);
            var champion = await place.FindAsync(section.Gates.Champion.Alias, cancellationToken);
            var isChampion = champion is not null && place.Is(
                champion, version, version is not null ? ContentIdentity.Of(version) : await ContentOfAsync(settings.Package!, environment, context, cancellationToken), environment);
            return new()
            {
                Section = section,
                Root = context.Configuration.Directory ?? context.WorkingDirectory,
                Environment = environment,
                Model = model,
                Catalog = catalog,
                Build = build,
                Version = version,
                Package = settings.Package,
                ChampionPlace = place,
                Champion = isChampion ? null : champion,
                IsChampion = isChampion,
            };
        }
        catch
        {
            await catalog.DisposeAsync();
            if (place is not null && place.Catalog != catalog)
            {
                await place.Catalog.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>A model's section of modelops.yml.</summary>
    /// <exception cref="ModelOpsException">There is none, so nobody has said what a good model is (MOP7003).</exception>
    public static ModelSection FindSection(VerbContext context, string shortName) =>
        context.Configuration.Find(shortName) ?? throw new ModelOpsException(
            ExitCode.BadInput,
            GateDiagnostics.Misconfigured.At(
                context.Configuration.File is null
                    ? $"No modelops.yml was found in '{context.WorkingDirectory}' or above, so there are no gates for '{shortName}'."
                    : $"modelops.yml lists no model '{shortName}', so there are no gates for it.{Suggestion.Hint(shortName, context.Configuration.Models.Select(model => model.Name))}",
                context.Configuration.File is { } file ? new(file) : null));

    // What is written down is taken for it here: the copy that is judged is held to that.
    private static async Task<ContentIdentity> ContentOfAsync(
        string source, ReleaseEnvironment environment, VerbContext context, CancellationToken cancellationToken)
    {
        await using var opened = await OpenedSource.OpenAsync(source, environment, context, cancellationToken);
        FetchLimits.Require(opened.Content.Files, Path.GetTempPath(), opened.Name);
        return opened.Expected ?? ContentIdentity.Of(await ContentHasher.ComputeAsync(opened.Content, context.Progress, cancellationToken));
    }

    private static void RequireReady(ModelVersion? version)
    {
        if (version is { Status: not VersionStatus.Ready })
        {
            throw new ModelOpsException(ExitCode.GateFailed, RegistryDiagnostics.VersionNotReady.At($"{version.Uri} is not READY: {version.StatusMessage}"));
        }
    }
}
