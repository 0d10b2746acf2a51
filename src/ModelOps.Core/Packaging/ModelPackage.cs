using Microsoft.Win32.SafeHandles;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Packaging;

/// <summary>A package that is open for reading.</summary>
public sealed class ModelPackage : IModelContent
{
    private readonly SafeFileHandle _handle;
    private readonly Dictionary<string, PackageEntry> _entries;

    private ModelPackage(string file, SafeFileHandle handle, ContentDigest digest, PackageLayout layout, IReadOnlyList<uint> checksums)
    {
        _handle = handle;
        FilePath = file;
        Digest = digest;
        Files = [.. digest.Files.Select(entry => new ContentFile(entry.Path, entry.Size))];
        Checksums = [.. checksums.Skip(1)];
        _entries = Files.Zip(layout.Entries.Skip(1)).ToDictionary(pair => pair.First.Path, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>Path of the package.</summary>
    public string FilePath { get; }

    /// <summary>Digest of the content as the manifest states it; the bytes are hashed by <c>package --verify</c> only.</summary>
    public ContentDigest Digest { get; }

    /// <inheritdoc />
    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>CRC-32 of every file as the headers state it, in the order of <see cref="Files"/>.</summary>
    internal IReadOnlyList<uint> Checksums { get; }

    /// <summary>Opens a package. Every byte that is not content is checked; the content is not read.</summary>
    /// <param name="file">Path of the package.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="ModelOpsException">
    /// The file is not an archive exactly as the packager writes it (exit code 2), or the manifest's digest is not that of its files (exit code 3).
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ModelPackage> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            var (digest, layout, checksums) = await Task.Run(
                () => new PackageReader(handle, new PackageFailures(file)).Read(cancellationToken), cancellationToken);
            return new(file, handle, digest, layout, checksums);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entry = _entries[file.Path];
        return Task.FromResult<Stream>(new FileSlice(_handle, entry.DataOffset, entry.Size));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _handle.Dispose();
        return ValueTask.CompletedTask;
    }
}
