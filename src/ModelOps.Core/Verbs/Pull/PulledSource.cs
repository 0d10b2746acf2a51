using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Packaging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Pull;

/// <summary>What a call of <c>pull</c> takes. Disposing closes what it is taken from.</summary>
/// <param name="Content">The files.</param>
/// <param name="Uri">Reference for people.</param>
/// <param name="Version">The version; null for anything else.</param>
/// <param name="Expected">What the files must be; null where nobody has written it down.</param>
/// <param name="Catalog">Where they are; null for a directory and a package.</param>
internal sealed record PulledSource(IModelContent Content, string Uri, ModelVersion? Version, ContentIdentity? Expected, ICatalog? Catalog) : IAsyncDisposable
{
    /// <exception cref="ModelOpsException">The call names no model, or one that is not there.</exception>
    public static Task<PulledSource> OpenAsync(PullSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        if (settings is { Path: not null, Version: not null } or { Path: not null, Alias: not null })
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At("Give --path, or --model with --version or --alias, not both."));
        }

        return settings switch
        {
            { Path: { } source } => OfSourceAsync(source, settings, context, cancellationToken),
            { Model: { } model } when settings is { Version: not null } or { Alias: not null } => OfVersionAsync(model, settings, context, cancellationToken),
            _ => throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Missing.At(
                "Say what to take: --model with --version or --alias, or --path with a reference such as models:/churn@champion.")),
        };
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        if (Catalog is not null)
        {
            await Catalog.DisposeAsync();
        }
    }

    private static async Task<PulledSource> OfSourceAsync(string source, PullSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        if (ReferenceText.IsReference(source))
        {
            var found = await ReferenceResolver.OpenAsync(ModelReference.Parse(source), settings.Environment, context, cancellationToken);
            return Of(found.Content, source, found.Version, found.Catalog);
        }

        if (Directory.Exists(source))
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At(
                $"Input 'path' cannot be '{source}': it is a directory already. Expected a package or a reference."));
        }

        var package = await ModelSource.OpenPackageAsync(source, context, cancellationToken);
        return new(package, source, Version: null, ContentIdentity.Of(package.Digest), Catalog: null);
    }

    private static async Task<PulledSource> OfVersionAsync(ModelName name, PullSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var environments = new EnvironmentResolver(context);
        var environment = environments.NamedOrDefault(settings.Environment);
        var catalog = await environment.OpenAsync(context, cancellationToken);
        try
        {
            var model = await environment.FindNameAsync(catalog, environments.ShortName(name), context, cancellationToken);
            var choice = new VersionChoice(settings.Version, settings.Alias, "alias");
            var version = await SelectedVersion.FindAsync(catalog.Registry, environment.Name, model, choice, cancellationToken);
            return Of(await ReferenceResolver.OpenVersionAsync(catalog.Registry, version, cancellationToken), version.Uri, version, catalog);
        }
        catch
        {
            await catalog.DisposeAsync();
            throw;
        }
    }

    private static PulledSource Of(IModelContent content, string uri, ModelVersion? version, ICatalog catalog) =>
        new(content, uri, version, version is null ? null : ContentIdentity.Of(version), catalog);
}
