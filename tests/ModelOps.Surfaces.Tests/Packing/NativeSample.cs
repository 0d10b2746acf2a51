using System.Text;
using ModelOps.Surfaces.Packing;

namespace ModelOps.Surfaces.Tests.Packing;

/// <summary>A native program of a few bytes, and the time and licence that it is packed with.</summary>
internal static class NativeSample
{
    public static DateTimeOffset Time { get; } = new(2026, 3, 29, 1, 30, 0, TimeSpan.FromHours(2));

    public static NativeDirectory Directory { get; } = new(
        new("modelops", "program"u8.ToArray(), IsProgram: true),
        [new("libe_sqlite3.so", "database"u8.ToArray()), new("libgit2-abc.so", "git"u8.ToArray())]);

    public static IReadOnlyList<PackedFile> Licences { get; } = [new("LICENSE", "MIT"u8.ToArray()), new("licences/Part.txt", Encoding.UTF8.GetBytes("Part ©"))];
}
