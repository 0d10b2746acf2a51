using ModelOps.Surfaces;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The native program of this run as wheel and archive, made once by what the release makes them with.</summary>
public sealed class ReleaseFixture : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Lazy<string> _wheel;
    private readonly Lazy<string> _archive;

    public ReleaseFixture()
    {
        var wheel = new Wheel(ToolkitVersion.Full);
        PackedFile[] licences = [new("LICENSE", File.ReadAllBytes(Path.Combine(TestFiles.Root, "LICENSE")))];
        _wheel = new(() => Write(wheel.FileName, wheel.Write(NativeDirectory.Read(Layout), licences, DateTimeOffset.UnixEpoch)));
        _archive = new(() => Write(ReleaseArchive.FileName, ReleaseArchive.Write(NativeDirectory.Read(Layout), licences, DateTimeOffset.UnixEpoch)));
    }

    /// <summary>Directory of the native program.</summary>
    public static string Layout => Path.GetFullPath("../..", ModelOpsProgram.File);

    public string Wheel => _wheel.Value;

    public string Archive => _archive.Value;

    public void Dispose() => _directory.Dispose();

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(_directory.File(name), content);
        return _directory.File(name);
    }
}
