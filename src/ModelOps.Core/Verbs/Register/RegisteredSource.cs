using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
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

    /// <summary>Directory that the model or its package is in; null for a reference, which names no files of this machine.</summary>
    public static string? PlaceOf(RegisterSettings settings, VerbContext context)
    {
        var source = settings.Path ?? settings.Package ?? SectionOf(settings, context)?.Path;
        return source is null || ReferenceText.IsReference(source) ? null
            : Path.GetFullPath(source, context.Configuration.Directory ?? context.WorkingDirectory) is var full && Directory.Exists(full) ? full
            : Path.GetDirectoryName(full);
    }

    // The model that modelops.yml lists, as check and package take it.
    private static string PathOf(RegisterSettings settings, VerbContext context)
    {
        var section = SectionOf(settings, context);
        return section is not null ? Path.GetFullPath(section.Path, context.Configuration.Directory!) : throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Missing.At(
            "One of the inputs 'path' and 'package' is required: the model to register, by where it is, or the package that package wrote."));
    }

    private static ModelSection? SectionOf(RegisterSettings settings, VerbContext context) =>
        context.Configuration.Directory is null ? null : context.Configuration.Find(new EnvironmentResolver(context).ShortName(settings.Model!));
}
