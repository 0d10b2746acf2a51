using System.Runtime.InteropServices;
using ModelOps.Store.Sqlite;
using SQLitePCL;

namespace ModelOps.Store.Schema;

/// <summary>The pages of a store in memory: what its file would hold.</summary>
internal static class MemoryPages
{
    /// <summary>Copies them.</summary>
    public static byte[] Of(StoreConnection inMemory)
    {
        var memory = raw.sqlite3_serialize(inMemory.Handle, "main", out var length, 0);
        try
        {
            var pages = new byte[length];
            Marshal.Copy(memory, pages, 0, pages.Length);
            return pages;
        }
        finally
        {
            raw.sqlite3_free(memory);
        }
    }
}
