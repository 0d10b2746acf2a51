using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Packaging;

/// <summary>The file beside a package that says which commit it was made from. It comes from wherever the package comes from, so nothing in it is trusted alone.</summary>
internal static class ProvenanceFile
{
    /// <summary>What is added to the name of the package.</summary>
    public const string Suffix = ".provenance.json";

    // What is written has some 250 bytes.
    private const int MaxBytes = 1024;

    /// <summary>Writes the file, or removes one that says something of an earlier package.</summary>
    /// <param name="package">Full path of the package.</param>
    /// <param name="content">Its content.</param>
    /// <param name="commit">The commit; null when nobody knows it.</param>
    /// <param name="cancellationToken">Ends writing.</param>
    public static async Task WriteAsync(string package, ContentIdentity content, string? commit, CancellationToken cancellationToken)
    {
        if (commit is not null)
        {
            await StagedFile.WriteAsync(package + Suffix, new ProvenanceRecord(content, commit).Write(), cancellationToken);
        }
        else if (File.Exists(package + Suffix))
        {
            File.Delete(package + Suffix);
        }
    }

    /// <summary>Reads the file of a package.</summary>
    /// <returns>The record, and why it was not taken; neither where there is no file.</returns>
    public static (ProvenanceRecord? Record, Diagnostic? Problem) Read(ModelPackage package)
    {
        var file = package.FilePath + Suffix;
        if (TryRead(file) is not { } text)
        {
            return (null, Path.Exists(file) ? Refused(file, "it is no readable file of its own, or longer than any that the toolkit writes") : null);
        }

        return ProvenanceRecord.Read(text) is not { } record ? (null, Refused(file, "it is not what the toolkit writes"))
            : record.Content != ContentIdentity.Of(package.Digest) ? (null, Refused(file, $"it is about the content {record.Content.Digest}, and the package has {package.Digest.Value}"))
            : (record, null);
    }

    // A link or a pipe there is nothing that package writes.
    private static byte[]? TryRead(string file)
    {
        try
        {
            if (new FileInfo(file) is not { Exists: true, LinkTarget: null, Length: > 0 and <= MaxBytes } || SpecialFile.DescribeTarget(Path.GetFullPath(file)) is not null)
            {
                return null;
            }

            using var handle = File.OpenHandle(file);
            var buffer = new byte[MaxBytes + 1];
            var length = RandomAccess.Read(handle, buffer, 0);
            return length <= MaxBytes ? buffer[..length] : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Diagnostic Refused(string file, string why) => ReleaseDiagnostics.RecordRefused.At($"'{file}' is not taken: {why}.", new(file));
}
