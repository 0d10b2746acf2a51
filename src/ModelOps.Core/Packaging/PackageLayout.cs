using System.Text;
using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Core.Packaging;

/// <summary>
/// Where everything is in a package. It follows from the paths and sizes alone, so files can be written in any order and by several threads, and
/// a reader knows every byte that is not content before it looks at it.
/// </summary>
/// <remarks>
/// The archive holds <c>manifest.json</c> and then the files as <c>model/PATH</c>: names sorted by their UTF-8 bytes, stored, at 1980-01-01, regular
/// files of mode 0644, names marked as UTF-8, sizes in the headers, 64-bit fields only where a value needs them, no comment, nothing before,
/// between or after.
/// </remarks>
internal sealed class PackageLayout
{
    private const string ModelPrefix = "model/";

    private static readonly byte[] ManifestName = "manifest.json"u8.ToArray();

    private PackageLayout(IReadOnlyList<PackageEntry> entries)
    {
        Entries = entries;
        DirectoryOffset = entries[^1].EndOffset;
        DirectoryLength = entries.Sum(entry => (long)ZipRecords.CentralHeaderLength(entry));
    }

    /// <summary>The manifest, then the files in their order.</summary>
    public IReadOnlyList<PackageEntry> Entries { get; }

    /// <summary>Position of the central directory.</summary>
    public long DirectoryOffset { get; }

    /// <summary>Bytes of the central directory.</summary>
    public long DirectoryLength { get; }

    /// <summary>Bytes of the archive.</summary>
    public long TotalLength => DirectoryOffset + DirectoryLength + ZipRecords.EndLength(this);

    /// <summary>Lays out a package.</summary>
    /// <param name="files">The model's files, sorted by the UTF-8 bytes of their paths.</param>
    public static PackageLayout Of(IReadOnlyList<ContentFile> files)
    {
        var entries = new List<PackageEntry>(files.Count + 1) { Manifest(PackageManifest.LengthFor(files)) };
        foreach (var file in files)
        {
            entries.Add(new(Encoding.UTF8.GetBytes(ModelPrefix + file.Path), file.Length, entries[^1].EndOffset));
        }

        return new(entries);
    }

    /// <summary>The manifest's entry: always the first.</summary>
    /// <param name="length">Bytes of the manifest.</param>
    public static PackageEntry Manifest(long length) => new(ManifestName, length, 0);
}
