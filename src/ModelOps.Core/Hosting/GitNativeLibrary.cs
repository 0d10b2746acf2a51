using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using LibGit2Sharp;

namespace ModelOps.Core.Hosting;

/// <summary>
/// Finds libgit2 where NuGet lays it, <c>runtimes/linux-x64/native</c> beside the assembly, or in <c>../lib/modelops</c> of a native program, when
/// the runtime does not: hosts of plug-ins, such as MSBuild and Cake, read no <c>.deps.json</c>.
/// </summary>
internal static class GitNativeLibrary
{
    private const string Prefix = "git2-";

    // What libgit2 would refuse without need: both change nothing for one who only reads commits. The first is what a fetch with a filter sets.
    private static readonly string[] HarmlessExtensions = ["partialclone", "relativeworktrees"];

    private static readonly Lazy<bool> Loaded = new(EnsureLoaded);

    private static nint _loaded;

    /// <summary>Loads the library. May be called any number of times, from any thread.</summary>
    /// <exception cref="TypeInitializationException">There is none for this platform.</exception>
    public static void Prepare() => _ = Loaded.Value;

    /// <summary>Files that may be the library, the likeliest first.</summary>
    /// <param name="directory">Directory of the assembly.</param>
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
        ];
    }

    private static bool EnsureLoaded()
    {
        AssemblyLoadContext.GetLoadContext(typeof(Repository).Assembly)!.ResolvingUnmanagedDll += (_, name) =>
            name.StartsWith(Prefix, StringComparison.Ordinal) ? Load(name) : nint.Zero;
        GlobalSettings.SetExtensions([.. GlobalSettings.GetExtensions().Union(HarmlessExtensions)]);
        return true;
    }

    private static nint Load(string name)
    {
        foreach (var file in _loaded == nint.Zero ? Candidates(Here(), name) : [])
        {
            if (NativeLibrary.TryLoad(file, out _loaded))
            {
                break;
            }
        }

        return _loaded;
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "A native program has no location, and its own directory is taken.")]
    private static string Here() =>
        typeof(GitNativeLibrary).Assembly.Location is { Length: > 0 } location ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
}
