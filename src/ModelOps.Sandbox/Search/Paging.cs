using System.Data.Common;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Search;

/// <summary>Takes one page out of the rows of a search.</summary>
internal static class Paging
{
    /// <summary>Runs a search; one row more than the page has says whether there is another page.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="sql">The search, without its limit.</param>
    /// <param name="offset">Rows before the page.</param>
    /// <param name="size">Rows on the page.</param>
    /// <param name="map">Reads a row.</param>
    public static Page<T> Read<T>(StoreConnection connection, SearchSql sql, long offset, long size, Func<DbDataReader, T> map)
    {
        sql.Add($" LIMIT {sql.Parameter(size + 1)} OFFSET {sql.Parameter(offset)}");
        var rows = connection.Query(sql.Text, map, sql.Parameters);
        if (rows.Count != size + 1)
        {
            return new(rows, NextToken: null);
        }

        rows.RemoveRange((int)size, rows.Count - (int)size);
        return new(rows, PageToken.Of(offset + size));
    }
}
