using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Packaging;

/// <summary>Compares the bytes in a package with its manifest.</summary>
internal static class PackageVerifier
{
    /// <summary>Reads every file once.</summary>
    /// <param name="package">The package.</param>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One diagnostic for each file that is not what the manifest and the headers say; none when the package is good.</returns>
    public static async Task<IReadOnlyList<Diagnostic>> VerifyAsync(
        ModelPackage package, IProgressSink progress, CancellationToken cancellationToken)
    {
        var checksums = new uint[package.Files.Count];
        var actual = await new ContentPass(package, progress).RunAsync(
            "Verifying",
            index => (chunk, _) => checksums[index] = Crc32.Append(checksums[index], chunk.Span),
            _ => { },
            cancellationToken);

        var problems = new List<Diagnostic>();
        for (var index = 0; index < checksums.Length; index++)
        {
            var stated = package.Digest.Files[index];
            if (FindProblem(stated, actual.Files[index], package.Checksums[index], checksums[index]) is { } problem)
            {
                problems.Add(PackagingDiagnostics.ContentMismatch.At($"'{stated.Path}': {problem}.", new(package.FilePath)));
            }
        }

        return problems;
    }

    private static string? FindProblem(FileDigest stated, FileDigest actual, uint statedCrc, uint actualCrc)
    {
        if (!string.Equals(stated.Sha256, actual.Sha256, StringComparison.Ordinal))
        {
            return $"the manifest states SHA-256 {stated.Sha256}, the bytes have {actual.Sha256}";
        }

        return statedCrc == actualCrc ? null : $"the headers state CRC-32 {statedCrc:x8}, the bytes have {actualCrc:x8}";
    }
}
