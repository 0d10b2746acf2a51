using ModelOps.Abstractions.Diagnostics;
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
        (null, null) => throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Missing.At(
            "One of the inputs 'path' and 'package' is required: the model to register, by where it is, or the package that package wrote.")),
        var (path, package) => PackagedSource.OpenAsync(path ?? package!, settings.From ?? settings.Environment, context, cancellationToken),
    };
}
