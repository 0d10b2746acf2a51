using System.Formats.Tar;
using System.IO.Compression;

namespace ModelOps.Surfaces.Packing;

/// <summary>A compressed tar archive that says of its files only what is in them: one order, one time, one owner.</summary>
internal static class TarArchive
{
    /// <summary>The archive's bytes.</summary>
    public static byte[] Write(IEnumerable<PackedFile> files, DateTimeOffset time)
    {
        var target = new MemoryStream();
        using (var compressed = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        using (var archive = new TarWriter(compressed, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var file in PackedFile.Ordered(files))
            {
                archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, file.Path)
                {
                    Mode = file.Mode,
                    ModificationTime = time,
                    Uid = 0,
                    Gid = 0,
                    UserName = "root",
                    GroupName = "root",
                    DataStream = new MemoryStream(file.Content, writable: false),
                });
            }
        }

        return target.ToArray();
    }
}
