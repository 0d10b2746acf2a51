using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Packaging;

/// <summary>Makes the exceptions for one package file.</summary>
/// <param name="file">Path of the package.</param>
internal sealed class PackageFailures(string file)
{
    /// <summary>The package, as the place of a diagnostic.</summary>
    public SourceSpan Place { get; } = new(file);

    /// <summary>Not an archive exactly as the packager writes it: exit code 2.</summary>
    public ModelOpsException Malformed(string problem, Exception? inner = null) =>
        new(ExitCode.BadInput, PackagingDiagnostics.Malformed.At($"'{Path.GetFileName(file)}' is not a package: {problem}.", Place), inner);

    /// <summary>A later format: exit code 2.</summary>
    public ModelOpsException NewerFormat(int version) => new(ExitCode.BadInput, PackagingDiagnostics.NewerFormat.At(
        $"'{Path.GetFileName(file)}' has format version {version}; this release knows version {PackageManifest.FormatVersion}.", Place));

    /// <summary>Content that is not what the manifest says: exit code 3.</summary>
    public ModelOpsException Mismatch(string problem) => new(ExitCode.GateFailed, PackagingDiagnostics.ContentMismatch.At(problem, Place));
}
