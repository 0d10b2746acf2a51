using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Adopt;

/// <summary>Takes over versions that something else registered. What it says of one is what its bytes are; the gates have not seen it.</summary>
internal sealed class AdoptVerb : IVerb<AdoptSettings, AdoptResult>
{
    public const string Action = "adopt";

    public async Task<VerbOutcome<AdoptResult>> RunAsync(AdoptSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var environments = new EnvironmentResolver(context);
        var environment = environments.NamedOrDefault(settings.Environment);
        RequireOneChoice(settings);
        var build = await context.ReadBuildAsync(cancellationToken);
        await using var catalog = await environment.OpenAsync(context, cancellationToken);
        var model = await environment.FindNameAsync(catalog, environments.ShortName(settings.Model!), context, cancellationToken);
        RequireWritable(catalog.Registry, model, environment);

        var versions = await FindAsync(settings, catalog.Registry, environment, model, cancellationToken);
        if (settings.DryRun)
        {
            context.ReportDryRun();
            return new(Result(environment, model, [.. versions.Select(version => new AdoptedRow(version.Version, StateOf(version), DigestOf(version)))]));
        }

        var adoption = new Adoption(catalog.Registry, environment.LedgerOf(catalog, model, context), build, settings.Alias, context);
        var (rows, exitCode) = (new List<AdoptedRow>(), ExitCode.Ok);
        foreach (var version in versions)
        {
            try
            {
                var state = StateOf(version);
                rows.Add(new(version.Version, state, state == AdoptState.Skipped ? DigestOf(version) : await adoption.RunAsync(version, cancellationToken)));
            }
            catch (ModelOpsException failure) when (settings.All)
            {
                failure.Diagnostics.ToList().ForEach(context.Report);
                rows.Add(new(version.Version, AdoptState.Failed, ""));
                exitCode = (ExitCode)Math.Max((int)exitCode, (int)failure.ExitCode);
            }
        }

        return new(Result(environment, model, rows), exitCode);
    }

    private static void RequireOneChoice(AdoptSettings settings)
    {
        if (new[] { settings.Version is not null, settings.Alias is not null, settings.All }.Count(isGiven => isGiven) != 1)
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At("Give one of --version, --alias and --all: which versions are taken over."));
        }
    }

    // Before a byte is read: a large model takes its time.
    private static void RequireWritable(IModelRegistry registry, ModelName model, ReleaseEnvironment environment)
    {
        RegistrySupport.Require(registry, model, alias: null, []);
        if (registry.Traits.IsReadOnly)
        {
            throw new ModelOpsException(ExitCode.BadInput, SourceDiagnostics.StoreReadOnly.At(
                $"The registry of environment '{environment.Name}' is read and never written: recording digests in it is refused."));
        }
    }

    private static async Task<IReadOnlyList<ModelVersion>> FindAsync(
        AdoptSettings settings, IModelRegistry registry, ReleaseEnvironment environment, ModelName model, CancellationToken cancellationToken)
    {
        if (!settings.All)
        {
            var version = await SelectedVersion.FindAsync(registry, environment.Name, model, new(settings.Version, settings.Alias, "alias"), cancellationToken);
            return version.Status == VersionStatus.Ready ? [version] : throw new ModelOpsException(
                ExitCode.GateFailed, RegistryDiagnostics.VersionNotReady.At($"{version.Uri} is not READY: {version.StatusMessage}"));
        }

        await SelectedVersion.RequireModelAsync(registry, environment.Name, model, cancellationToken);
        var versions = await registry.ListVersionsAsync(model, withTag: null, cancellationToken).ToListAsync(cancellationToken);
        return [.. versions.OrderBy(version => version.Version)];
    }

    private static AdoptState StateOf(ModelVersion version) =>
        version.Status != VersionStatus.Ready || version.Tags.ContainsKey(VersionTags.SupersededBy) ? AdoptState.Skipped
        : ContentIdentity.Of(version) is null ? AdoptState.Adopted
        : AdoptState.Known;

    private static string DigestOf(ModelVersion version) => ContentIdentity.Of(version)?.Digest ?? "";

    private static AdoptResult Result(ReleaseEnvironment environment, ModelName model, IReadOnlyList<AdoptedRow> rows) => new()
    {
        Model = model,
        Environment = environment.Name,
        Adopted = rows.Count(row => row.State == AdoptState.Adopted),
        Known = rows.Count(row => row.State == AdoptState.Known),
        Failed = rows.Count(row => row.State == AdoptState.Failed),
        Versions = rows,
    };
}
