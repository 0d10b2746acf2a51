using System.Runtime.InteropServices;

namespace ModelOps.Store.Sqlite;

/// <summary>
/// The SQLite that comes with the toolkit, where NuGet lays it: <c>runtimes/linux-x64/native/libe_sqlite3.so</c> beside the assembly.
/// </summary>
/// <remarks>Hosts of plug-ins, such as MSBuild and Cake, read no <c>.deps.json</c>, so the runtime does not find it by itself there.</remarks>
internal static class BundledLibrary
{
    public static string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(typeof(BundledLibrary).Assembly.Location)!,
        "runtimes",
        $"{OperatingSystemName()}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}",
        "native",
        FileName());

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "win"
        : OperatingSystem.IsMacOS() ? "osx"
        : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
        : "linux";

    private static string FileName() =>
        OperatingSystem.IsWindows() ? "e_sqlite3.dll"
        : OperatingSystem.IsMacOS() ? "libe_sqlite3.dylib"
        : "libe_sqlite3.so";
}
