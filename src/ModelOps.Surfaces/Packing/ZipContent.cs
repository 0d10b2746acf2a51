using System.IO.Compression;

namespace ModelOps.Surfaces.Packing;

/// <summary>A zip file that says of its files only what is in them: one time, modes that do not come from a disk, and the order it is given.</summary>
internal static class ZipContent
{
    private const int RegularFile = 0x8000;

    // A zip file knows no time before.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The zip file's bytes.</summary>
    public static byte[] Write(IEnumerable<PackedFile> files, DateTimeOffset time)
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = archive.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = time < Earliest ? Earliest : time.ToUniversalTime();
                entry.ExternalAttributes = (RegularFile | (int)file.Mode) << 16;
                using var content = entry.Open();
                content.Write(file.Content);
            }
        }

        return target.ToArray();
    }

    /// <summary>The files of a zip file.</summary>
    public static IReadOnlyList<PackedFile> Read(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
        return [.. archive.Entries.Where(entry => !entry.FullName.EndsWith('/')).Select(Read)];
    }

    private static PackedFile Read(ZipArchiveEntry entry)
    {
        var content = new MemoryStream();
        using (var source = entry.Open())
        {
            source.CopyTo(content);
        }

        return new(entry.FullName, content.ToArray(), ((entry.ExternalAttributes >> 16) & (int)UnixFileMode.UserExecute) != 0);
    }
}
