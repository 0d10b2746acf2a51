using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Packaging;

/// <summary>Writes packages: the same content gives the same bytes on every machine.</summary>
internal static class PackageWriter
{
    /// <summary>Packs a model, reading every file once. The package appears complete or not at all.</summary>
    /// <param name="content">The model.</param>
    /// <param name="output">Full path of the package; one that is there is replaced.</param>
    /// <param name="progress">Shows the work.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind.</param>
    /// <exception cref="ModelOpsException">The content is not a model, has unsafe paths, or changed meanwhile.</exception>
    /// <exception cref="IOException">A file cannot be read, or the package cannot be written.</exception>
    public static async Task<ContentDigest> WriteAsync(
        IModelContent content, string output, IProgressSink progress, CancellationToken cancellationToken)
    {
        Check(content);
        var layout = PackageLayout.Of(content.Files);
        var checksums = new uint[layout.Entries.Count];
        using var staged = StagedFile.Create(output, layout.TotalLength);

        var digest = await new ContentPass(content, progress).RunAsync("Packing", EntryWriter, WriteHeader, cancellationToken);

        var manifest = PackageManifest.Write(digest);
        checksums[0] = Crc32.Append(0, manifest);
        RandomAccess.Write(staged.Handle, [.. ZipRecords.LocalHeader(layout.Entries[0], checksums[0]), .. manifest], 0);
        WriteDirectory(staged, layout, checksums);
        cancellationToken.ThrowIfCancellationRequested();
        staged.Commit();
        return digest;

        Action<ReadOnlyMemory<byte>, long> EntryWriter(int index) => (chunk, position) =>
        {
            checksums[index + 1] = Crc32.Append(checksums[index + 1], chunk.Span);
            RandomAccess.Write(staged.Handle, chunk.Span, layout.Entries[index + 1].DataOffset + position);
        };

        void WriteHeader(int index)
        {
            var entry = layout.Entries[index + 1];
            RandomAccess.Write(staged.Handle, ZipRecords.LocalHeader(entry, checksums[index + 1]), entry.Offset);
        }
    }

    private static void Check(IModelContent content)
    {
        var problems = ContentRules.Check(content.Files.Select(file => file.Path), _ => null).ToList();
        if (!content.Files.Any(file => string.Equals(file.Path, ContentRules.ModelFile, StringComparison.Ordinal)))
        {
            problems.Add(PackagingDiagnostics.NotAModel.At($"There is no file {ContentRules.ModelFile} at the root; expected an MLflow model, found {content.Files.Count} other files."));
        }

        var manifest = PackageManifest.LengthFor(content.Files);
        if (manifest > PackageManifest.MaxBytes)
        {
            problems.Add(PackagingDiagnostics.TooManyFiles.At(
                $"The list of {content.Files.Count} files takes {manifest} bytes; the limit is {PackageManifest.MaxBytes}."));
        }

        if (problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }
    }

    private static void WriteDirectory(StagedFile staged, PackageLayout layout, uint[] checksums)
    {
        var directory = new MemoryStream();
        for (var index = 0; index < checksums.Length; index++)
        {
            directory.Write(ZipRecords.CentralHeader(layout.Entries[index], checksums[index]));
        }

        directory.Write(ZipRecords.End(layout));
        RandomAccess.Write(staged.Handle, directory.GetBuffer().AsSpan(0, (int)directory.Length), layout.DirectoryOffset);
    }
}
