using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace ModelOps.Store.Sqlite;

/// <summary>Chooses the native SQLite once per load context: the operating system's when it is newer than the bundled one.</summary>
internal static class SqliteLibrary
{
    private const string ProviderName = "e_sqlite3";

    // SQLitePCLRaw.lib.e_sqlite3 2.0.6 carries 3.35.5, in the form that sqlite3_libversion_number returns.
    private const int BundledVersion = 3_035_005;

    private static readonly Lazy<bool> Loaded = new(Load);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int NumberFunction();

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

    private static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (libraryName != ProviderName)
        {
            return nint.Zero;
        }

        if (SystemLibrary() is { } name && NativeLibrary.TryLoad(name, out var system) && IsNewer(system))
        {
            return system;
        }

        return NativeLibrary.TryLoad(BundledLibrary.Path, out var bundled) ? bundled : nint.Zero;
    }

    private static string? SystemLibrary() =>
        OperatingSystem.IsLinux() ? "libsqlite3.so.0"
        : OperatingSystem.IsMacOS() ? "/usr/lib/libsqlite3.dylib"
        : null;

    private static bool IsNewer(nint handle) =>
        Call(handle, "sqlite3_libversion_number") > BundledVersion && Call(handle, "sqlite3_threadsafe") != 0;

    private static int Call(nint handle, string function) =>
        NativeLibrary.TryGetExport(handle, function, out var address)
            ? Marshal.GetDelegateForFunctionPointer<NumberFunction>(address)()
            : 0;
}
