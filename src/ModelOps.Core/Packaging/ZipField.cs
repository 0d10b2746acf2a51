namespace ModelOps.Core.Packaging;

/// <summary>Names the fields of ZIP records for messages.</summary>
internal static class ZipField
{
    private static readonly (int Offset, string Name)[] Local =
    [
        (0, "signature"), (4, "version needed"), (6, "flags"), (8, "compression method"), (10, "time"), (12, "date"), (14, "CRC-32"),
        (18, "compressed size"), (22, "size"), (26, "length of the name"), (28, "length of the extra field"), (30, "name or extra field"),
    ];

    private static readonly (int Offset, string Name)[] Central =
    [
        (0, "signature"), (4, "version made by"), (6, "version needed"), (8, "flags"), (10, "compression method"), (12, "time"), (14, "date"),
        (16, "CRC-32"), (20, "compressed size"), (24, "size"), (28, "length of the name"), (30, "length of the extra field"),
        (32, "length of the comment"), (34, "disk"), (36, "internal attributes"), (38, "external attributes"), (42, "offset"),
        (46, "name or extra field"),
    ];

    /// <summary>Field of a local header at a position in it.</summary>
    public static string OfLocalHeader(int offset) => Find(Local, offset);

    /// <summary>Field of a central header at a position in it.</summary>
    public static string OfCentralHeader(int offset) => Find(Central, offset);

    private static string Find((int Offset, string Name)[] fields, int offset) => fields.Last(field => field.Offset <= offset).Name;
}
