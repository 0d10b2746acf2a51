using System.Runtime.Loader;
using LibGit2Sharp;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Hosting;

/// <summary>Finds libgit2 among the libraries that come with the toolkit, where the runtime does not.</summary>
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

    private static bool EnsureLoaded()
    {
        AssemblyLoadContext.GetLoadContext(typeof(Repository).Assembly)!.ResolvingUnmanagedDll += (_, name) =>
            name.StartsWith(Prefix, StringComparison.Ordinal) ? Load(name) : nint.Zero;
        GlobalSettings.SetExtensions([.. GlobalSettings.GetExtensions().Union(HarmlessExtensions)]);
        return true;
    }

    private static nint Load(string name)
    {
        if (_loaded == nint.Zero)
        {
            BundledLibrary.TryLoad(name, out _loaded);
        }

        return _loaded;
    }
}
