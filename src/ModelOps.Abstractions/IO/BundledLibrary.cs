using System.Runtime.InteropServices;

namespace ModelOps.Abstractions.IO;

/// <summary>
/// A native library that comes with the toolkit: where NuGet lays it, <c>runtimes/linux-x64/native</c> beside the assembly, or in
/// <c>../lib/modelops</c> of a native program, or in <c>../libexec/modelops</c>, since pip leaves out a wheel's <c>lib</c> when it is told a target
/// directory. Hosts of plug-ins, such as MSBuild and Cake, read no <c>.deps.json</c>, so that the runtime does not
/// find it by itself there.
/// </summary>
internal static class BundledLibrary
{
    /// <summary>Loads it.</summary>
    /// <param name="name">Name of the library without its platform's prefix and extension.</param>
    /// <param name="handle">The library; zero where there is none for this platform.</param>
    public static bool TryLoad(string name, out nint handle)
    {
        foreach (var file in Candidates(InstalledFiles.Directory, name))
        {
            if (NativeLibrary.TryLoad(file, out handle))
            {
                return true;
            }
        }

        handle = nint.Zero;
        return false;
    }

    /// <summary>Files that may be the library, the likeliest first.</summary>
    /// <param name="directory">Directory of the assembly, or of the native program.</param>
    /// <param name="name">Name of the library without its platform's prefix and extension.</param>
    public static IEnumerable<string> Candidates(string directory, string name)
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var file = OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

        // A runtime of a distribution's own build names the distribution; the library of the other C library does not load.
        string[] platforms = [RuntimeInformation.RuntimeIdentifier, $"{system}-{architecture}", $"{system}-musl-{architecture}"];
        return
        [
            .. platforms.Distinct().Select(platform => Path.Combine(directory, "runtimes", platform, "native", file)),
            Path.Combine(directory, "..", "lib", "modelops", file),
            Path.Combine(directory, "..", "libexec", "modelops", file),
        ];
    }
}
