namespace ModelOps.Core.Packaging;

/// <summary>A file's place in a package.</summary>
/// <param name="Name">Name in the archive, as UTF-8.</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Offset">Position of its local header.</param>
internal sealed record PackageEntry(byte[] Name, long Size, long Offset)
{
    /// <summary>Whether the size does not fit into the 32 bits of the original format.</summary>
    public bool IsLarge => Size >= uint.MaxValue;

    /// <summary>Position of the file's first byte.</summary>
    public long DataOffset => Offset + ZipRecords.LocalHeaderLength(this);

    /// <summary>Position after the file's last byte.</summary>
    public long EndOffset => DataOffset + Size;
}
