using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Register;

/// <summary>The model that a call of <c>register</c> names.</summary>
internal static class RegisteredSource
{
    /// <summary>Opens it as a package.</summary>
    /// <exception cref="ModelOpsException">The call names none (MOP0001) or two (MOP0005), or the model is not what it should be.</exception>
    public static Task<PackagedSource> OpenAsync(RegisterSettings settings, VerbContext context, CancellationToken cancellationToken) => (settings.Path, settings.Package) switch
    {
        (not null, not null) => throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At("Give --path or --package, not both.")),
        var (path, package) => PackagedSource.OpenAsync(path ?? package ?? PathOf(settings, context), settings.From ?? settings.Environment, context, cancellationToken),
    };

    // The model that modelops.yml lists, as check and package take it.
    private static string PathOf(RegisterSettings settings, VerbContext context)
    {
        var configuration = context.Configuration;
        var section = configuration.Directory is null ? null : configuration.Find(new EnvironmentResolver(context).ShortName(settings.Model!));
        return section is not null ? Path.GetFullPath(section.Path, configuration.Directory!) : throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Missing.At(
            "One of the inputs 'path' and 'package' is required: the model to register, by where it is, or the package that package wrote."));
    }
}
