using System.Data.Common;
using Microsoft.Data.Sqlite;
using ModelOps.Abstractions.Tracking;
using SQLitePCL;

namespace ModelOps.Store.Sqlite;

/// <summary>Reads columns that may be NULL.</summary>
internal static class SqliteColumns
{
    /// <summary>A text column; empty for NULL.</summary>
    public static string Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);

    /// <summary>A text column; null for NULL. One call of SQLite's, where asking for NULL first makes several, for searches with many values.</summary>
    public static string? TextOrNull(this DbDataReader reader, int column) =>
        raw.sqlite3_column_text(((SqliteDataReader)reader).Handle!, column).utf8_to_string();

    /// <summary>A column of epoch milliseconds; null for NULL. A number beyond any date becomes the nearest date.</summary>
    public static DateTimeOffset? Time(this DbDataReader reader, int column) => reader.IsDBNull(column)
        ? null
        : EpochTime.Of(reader.GetInt64(column));

    /// <summary>A column of whole numbers; null for NULL.</summary>
    public static long? NumberOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
