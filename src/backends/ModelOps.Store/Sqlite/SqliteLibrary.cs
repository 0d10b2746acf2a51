using System.Reflection;
using System.Runtime.InteropServices;
using ModelOps.Abstractions.IO;
using SQLitePCL;

namespace ModelOps.Store.Sqlite;

/// <summary>
/// The native SQLite that comes with the toolkit, loaded once per load context from where NuGet lays it: <c>runtimes/linux-x64/native/libe_sqlite3.so</c>
/// beside the assembly; for a native program, <c>../lib/modelops/libe_sqlite3.so</c>.
/// </summary>
/// <remarks>Hosts of plug-ins, such as MSBuild and Cake, read no <c>.deps.json</c>, so the runtime does not find it by itself there.</remarks>
internal static class SqliteLibrary
{
    private const string ProviderName = "e_sqlite3";

    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>Makes SQLite ready. May be called any number of times, from any thread.</summary>
    public static void EnsureLoaded() => _ = Loaded.Value;

    private static bool Load()
    {
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        }
        catch (InvalidOperationException)
        {
            // The host shares the provider between load contexts and another one has chosen already.
        }

        Batteries_V2.Init();
        return true;
    }

    // Zero is the way of an application: a program made for one platform has the library beside itself, and its host finds it.
    private static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath) =>
        libraryName == ProviderName
        && (NativeLibrary.TryLoad(BundledPath(), out var bundled) || NativeLibrary.TryLoad(Path.Combine(InstalledFiles.Libraries, FileName()), out bundled))
            ? bundled
            : nint.Zero;

    private static string BundledPath() => Path.Combine(
        InstalledFiles.Directory,
        "runtimes",
        $"{OperatingSystemName()}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}",
        "native",
        FileName());

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "win"
        : OperatingSystem.IsMacOS() ? "osx"
        : IsMusl() ? "linux-musl"
        : "linux";

    // Alpine's own build of .NET names Alpine, Microsoft's names musl.
    private static bool IsMusl() =>
        RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
        || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal);

    private static string FileName() =>
        OperatingSystem.IsWindows() ? "e_sqlite3.dll"
        : OperatingSystem.IsMacOS() ? "libe_sqlite3.dylib"
        : "libe_sqlite3.so";
}
