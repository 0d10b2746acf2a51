namespace ModelOps.Surfaces.Packing;

/// <summary>The native program as an archive to be unpacked anywhere.</summary>
internal static class ReleaseArchive
{
    /// <summary>Its file name.</summary>
    public const string FileName = "modelops-linux-x64.tar.gz";

    /// <summary>The archive's bytes.</summary>
    public static byte[] Write(NativeDirectory native, IEnumerable<PackedFile> licences, DateTimeOffset time) => TarArchive.Write(
        [native.Program.Below("bin"), .. native.Libraries.Select(library => library.Below("lib/modelops")), .. licences],
        time);
}
