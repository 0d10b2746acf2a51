namespace ModelOps.Core.Packaging;

/// <summary>
/// The records of a ZIP archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3), with every choice that the format
/// leaves open made once.
/// </summary>
internal static class ZipRecords
{
    /// <summary>Bytes of a local header without name and extra field.</summary>
    public const int LocalFixedLength = 30;

    private const uint LocalSignature = 0x04034B50;
    private const uint CentralSignature = 0x02014B50;
    private const uint End64Signature = 0x06064B50;
    private const uint Locator64Signature = 0x07064B50;
    private const uint EndSignature = 0x06054B50;

    private const int CentralFixedLength = 46;
    private const int EndFixedLength = 22;
    private const int End64Length = 56 + 20;

    private const ushort Version = 10;
    private const ushort Version64 = 45;
    private const ushort MadeOnUnix = 3 << 8;
    private const ushort Utf8Flag = 1 << 11;
    private const ushort Stored = 0;
    private const ushort Midnight = 0;
    private const ushort FirstOf1980 = (1 << 5) | 1;
    private const uint RegularFile0644 = 0x81A4u << 16;
    private const ushort Extra64 = 1;

    /// <summary>Bytes of an entry's local header.</summary>
    public static int LocalHeaderLength(PackageEntry entry) => LocalFixedLength + entry.Name.Length + (entry.IsLarge ? 20 : 0);

    /// <summary>Bytes of an entry's central header.</summary>
    public static int CentralHeaderLength(PackageEntry entry) => CentralFixedLength + entry.Name.Length + CentralExtraLength(entry);

    /// <summary>Bytes after the central directory.</summary>
    public static int EndLength(PackageLayout layout) => EndFixedLength + (NeedsEnd64(layout) ? End64Length : 0);

    /// <summary>The header before an entry's bytes.</summary>
    public static byte[] LocalHeader(PackageEntry entry, uint crc) => Write(LocalHeaderLength(entry), writer =>
    {
        writer.Write(LocalSignature);
        WriteCommon(writer, entry, entry.IsLarge ? Version64 : Version, crc);
        writer.Write((ushort)(entry.IsLarge ? 20 : 0));
        writer.Write(entry.Name);
        if (entry.IsLarge)
        {
            writer.Write(Extra64);
            writer.Write((ushort)16);
            writer.Write(entry.Size);
            writer.Write(entry.Size);
        }
    });

    /// <summary>An entry's header in the central directory.</summary>
    public static byte[] CentralHeader(PackageEntry entry, uint crc) => Write(CentralHeaderLength(entry), writer =>
    {
        var extra = CentralExtraLength(entry);
        var version = extra > 0 ? Version64 : Version;
        writer.Write(CentralSignature);
        writer.Write((ushort)(MadeOnUnix | version));
        WriteCommon(writer, entry, version, crc);
        writer.Write((ushort)extra);
        writer.Write((ushort)0); // comment
        writer.Write((ushort)0); // disk
        writer.Write((ushort)0); // internal attributes
        writer.Write(RegularFile0644);
        writer.Write(Narrow(entry.Offset));
        writer.Write(entry.Name);
        if (extra > 0)
        {
            writer.Write(Extra64);
            writer.Write((ushort)(extra - 4));
            WriteWide(writer, entry.Size);
            WriteWide(writer, entry.Size);
            WriteWide(writer, entry.Offset);
        }
    });

    /// <summary>What comes after the central directory.</summary>
    public static byte[] End(PackageLayout layout) => Write(EndLength(layout), writer =>
    {
        if (NeedsEnd64(layout))
        {
            writer.Write(End64Signature);
            writer.Write(56L - 12);
            writer.Write((ushort)(MadeOnUnix | Version64));
            writer.Write(Version64);
            writer.Write(0u); // this disk
            writer.Write(0u); // disk of the directory
            writer.Write((long)layout.Entries.Count);
            writer.Write((long)layout.Entries.Count);
            writer.Write(layout.DirectoryLength);
            writer.Write(layout.DirectoryOffset);
            writer.Write(Locator64Signature);
            writer.Write(0u); // disk
            writer.Write(layout.DirectoryOffset + layout.DirectoryLength);
            writer.Write(1u); // disks
        }

        var count = (ushort)Math.Min(layout.Entries.Count, ushort.MaxValue);
        writer.Write(EndSignature);
        writer.Write((ushort)0); // this disk
        writer.Write((ushort)0); // disk of the directory
        writer.Write(count);
        writer.Write(count);
        writer.Write(Narrow(layout.DirectoryLength));
        writer.Write(Narrow(layout.DirectoryOffset));
        writer.Write((ushort)0); // comment
    });

    private static void WriteCommon(BinaryWriter writer, PackageEntry entry, ushort version, uint crc)
    {
        var size = entry.IsLarge ? uint.MaxValue : (uint)entry.Size;
        writer.Write(version);
        writer.Write(Utf8Flag);
        writer.Write(Stored);
        writer.Write(Midnight);
        writer.Write(FirstOf1980);
        writer.Write(crc);
        writer.Write(size);
        writer.Write(size);
        writer.Write((ushort)entry.Name.Length);
    }

    private static int CentralExtraLength(PackageEntry entry)
    {
        var wide = (entry.IsLarge ? 16 : 0) + (entry.Offset >= uint.MaxValue ? 8 : 0);
        return wide == 0 ? 0 : 4 + wide;
    }

    private static bool NeedsEnd64(PackageLayout layout) =>
        layout.Entries.Count >= ushort.MaxValue || layout.DirectoryLength >= uint.MaxValue || layout.DirectoryOffset >= uint.MaxValue;

    private static uint Narrow(long value) => (uint)Math.Min(value, uint.MaxValue);

    private static void WriteWide(BinaryWriter writer, long value)
    {
        if (value >= uint.MaxValue)
        {
            writer.Write(value);
        }
    }

    private static byte[] Write(int length, Action<BinaryWriter> write)
    {
        var record = new byte[length];
        using var writer = new BinaryWriter(new MemoryStream(record));
        write(writer);
        return record;
    }
}
