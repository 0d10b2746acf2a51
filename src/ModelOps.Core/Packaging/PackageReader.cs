using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Packaging;

/// <summary>
/// Reads all of a package that is not content. The manifest says what every other byte must be, so those are compared instead of interpreted:
/// whatever two ZIP readers could understand differently is not what the packager writes, and is refused.
/// </summary>
internal sealed class PackageReader(SafeFileHandle handle, PackageFailures failures)
{
    private const int CrcOffset = 14;
    private const int SizeOffset = 22;

    /// <summary>Reads and compares.</summary>
    /// <returns>The content as the manifest states it, the layout, and the CRC-32 that the headers state for every entry.</returns>
    /// <exception cref="ModelOpsException">Anything is not as the packager writes it.</exception>
    public (ContentDigest Digest, PackageLayout Layout, IReadOnlyList<uint> Checksums) Read(CancellationToken cancellationToken)
    {
        var digest = ReadManifest();
        var layout = PackageLayout.Of([.. digest.Files.Select(file => new ContentFile(file.Path, file.Size))]);
        var checksums = new List<uint>(layout.Entries.Count);
        foreach (var entry in layout.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            checksums.Add(ReadLocalHeader(entry));
        }

        ReadDirectory(layout, checksums);
        CompareEnd(layout);
        return (digest, layout, checksums);
    }

    private ContentDigest ReadManifest()
    {
        var fixedPart = ReadBytes(0, ZipRecords.LocalFixedLength, "the manifest's header");
        var entry = PackageLayout.Manifest(BinaryPrimitives.ReadUInt32LittleEndian(fixedPart.AsSpan(SizeOffset)));
        var crc = ReadLocalHeader(entry);
        var length = RandomAccess.GetLength(handle);
        if (entry.Size > Math.Min(PackageManifest.MaxBytes, length))
        {
            throw failures.Malformed(
                $"manifest.json claims {entry.Size} bytes; the package has {length}, and the limit is {PackageManifest.MaxBytes}");
        }

        var bytes = ReadBytes(entry.DataOffset, (int)entry.Size, "manifest.json");
        return Crc32.Append(0, bytes) == crc ? ManifestReader.Read(bytes, length, failures) : throw failures.Malformed("the CRC-32 of manifest.json is wrong");
    }

    private uint ReadLocalHeader(PackageEntry entry)
    {
        var where = $"the local header of {NameOf(entry)}";
        var actual = ReadBytes(entry.Offset, ZipRecords.LocalHeaderLength(entry), where);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(actual.AsSpan(CrcOffset));
        Compare(ZipRecords.LocalHeader(entry, crc), actual, where, ZipField.OfLocalHeader);
        return crc;
    }

    private void ReadDirectory(PackageLayout layout, List<uint> checksums)
    {
        var offset = layout.DirectoryOffset;
        foreach (var (entry, crc) in layout.Entries.Zip(checksums))
        {
            var where = $"the central directory's header of {NameOf(entry)}";
            var expected = ZipRecords.CentralHeader(entry, crc);
            Compare(expected, ReadBytes(offset, expected.Length, where), where, ZipField.OfCentralHeader);
            offset += expected.Length;
        }
    }

    private void CompareEnd(PackageLayout layout)
    {
        const string Where = "the end of the central directory";
        var expected = ZipRecords.End(layout);
        Compare(expected, ReadBytes(layout.TotalLength - expected.Length, expected.Length, Where), Where, offset => $"byte {offset}");
        var length = RandomAccess.GetLength(handle);
        if (length != layout.TotalLength)
        {
            throw failures.Malformed($"it has {length} bytes; expected the end after {layout.TotalLength}");
        }
    }

    private void Compare(byte[] expected, byte[] actual, string where, Func<int, string> field)
    {
        var at = expected.AsSpan().CommonPrefixLength(actual);
        if (at < expected.Length)
        {
            throw failures.Malformed(
                $"{where}: {field(at)} is not what the packager writes (expected {expected[at]:x2}, found {actual[at]:x2} at byte {at})");
        }
    }

    private byte[] ReadBytes(long offset, int length, string where)
    {
        var bytes = new byte[length];
        var read = 0;
        while (read < length)
        {
            var count = RandomAccess.Read(handle, bytes.AsSpan(read), offset + read);
            read += count > 0 ? count : throw failures.Malformed($"it ends at byte {offset + read}, in {where}");
        }

        return bytes;
    }

    private static string NameOf(PackageEntry entry) => $"'{System.Text.Encoding.UTF8.GetString(entry.Name)}'";
}
