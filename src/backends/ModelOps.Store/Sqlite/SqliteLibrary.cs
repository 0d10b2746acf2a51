using System.Reflection;
using System.Runtime.InteropServices;
using ModelOps.Abstractions.IO;
using SQLitePCL;

namespace ModelOps.Store.Sqlite;

/// <summary>The native SQLite that comes with the toolkit, loaded once per load context.</summary>
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
        libraryName == ProviderName && BundledLibrary.TryLoad(ProviderName, out var bundled) ? bundled : nint.Zero;
}
