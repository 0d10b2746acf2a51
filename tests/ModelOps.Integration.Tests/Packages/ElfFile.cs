using System.Buffers.Binary;
using System.Text;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>A program or library of Linux on a 64-bit machine, of which is read what versions of other libraries' symbols it needs.</summary>
internal sealed class ElfFile(byte[] content)
{
    private const uint VersionNeeds = 0x6FFFFFFE;

    /// <summary>The versions, such as <c>GLIBC_2.34</c>.</summary>
    public IReadOnlySet<string> NeededVersions()
    {
        Assert.Equal([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1], content[..6]);
        var (table, size, count) = ((int)Number64(0x28), Number16(0x3A), Number16(0x3C));
        var sections = Enumerable.Range(0, count).Select(index => table + (index * size)).ToArray();
        var versions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections.Where(section => Number32(section + 4) == VersionNeeds))
        {
            var names = (int)Number64(sections[Number32(section + 0x28)] + 0x18);
            ReadLibraries((int)Number64(section + 0x18), (int)Number32(section + 0x2C), names, versions);
        }

        return versions;
    }

    // A list of libraries, each with a list of versions; both say how far the next entry is.
    private void ReadLibraries(int library, int libraries, int names, HashSet<string> versions)
    {
        for (; libraries > 0; libraries--)
        {
            var version = library + (int)Number32(library + 8);
            for (var left = Number16(library + 2); left > 0; left--)
            {
                versions.Add(Text(names + (int)Number32(version + 8)));
                version += (int)Number32(version + 12);
            }

            library += (int)Number32(library + 12);
        }
    }

    private string Text(int start) => Encoding.ASCII.GetString(content, start, Array.IndexOf(content, (byte)0, start) - start);

    private ushort Number16(int start) => BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(start));

    private uint Number32(int start) => BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(start));

    private ulong Number64(int start) => BinaryPrimitives.ReadUInt64LittleEndian(content.AsSpan(start));
}
