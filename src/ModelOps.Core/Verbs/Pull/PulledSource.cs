using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Pull;

/// <summary>Opens what a call of <c>pull</c> takes.</summary>
internal static class PulledSource
{
    /// <exception cref="ModelOpsException">The call names no model, or one that is not there.</exception>
    public static Task<OpenedSource> OpenAsync(PullSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        if (settings is { Path: not null, Version: not null } or { Path: not null, Alias: not null })
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At("Give --path, or --model with --version or --alias, not both."));
        }

        var environments = new EnvironmentResolver(context);
        var environment = environments.NamedOrDefault(settings.Environment);
        return settings switch
        {
            { Path: { } source } when !ReferenceText.IsReference(source) && Directory.Exists(source) => throw new ModelOpsException(
                ExitCode.BadInput, InputDiagnostics.Invalid.At($"Input 'path' cannot be '{source}': it is a directory already. Expected a package or a reference.")),
            { Path: { } source } => OpenedSource.OpenAsync(source, environment, context, cancellationToken),
            { Model: { } model } when settings is { Version: not null } or { Alias: not null } =>
                OfVersionAsync(environments.ShortName(model), environment, settings, context, cancellationToken),
            _ => throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Missing.At(
                "Say what to take: --model with --version or --alias, or --path with a reference such as models:/churn@champion.")),
        };
    }

    private static async Task<OpenedSource> OfVersionAsync(
        string shortName, ReleaseEnvironment environment, PullSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var catalog = await environment.OpenAsync(context, cancellationToken);
        try
        {
            var model = await environment.FindNameAsync(catalog, shortName, context, cancellationToken);
            var choice = new VersionChoice(settings.Version, settings.Alias, "alias");
            var version = await SelectedVersion.FindAsync(catalog.Registry, environment.Name, model, choice, cancellationToken);
            var content = await ReferenceResolver.OpenVersionAsync(catalog.Registry, version, cancellationToken);
            return OpenedSource.Of(content, version.Uri, version.Model.Value, version, catalog);
        }
        catch
        {
            await catalog.DisposeAsync();
            throw;
        }
    }
}
