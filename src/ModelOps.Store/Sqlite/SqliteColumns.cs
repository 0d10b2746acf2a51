using Microsoft.Data.Sqlite;

namespace ModelOps.Store.Sqlite;

/// <summary>Reads columns that may be NULL.</summary>
internal static class SqliteColumns
{
    /// <summary>A text column; empty for NULL.</summary>
    public static string Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetString(column);

    /// <summary>A column of epoch milliseconds; null for NULL. A number beyond any date becomes the nearest date.</summary>
    public static DateTimeOffset? Time(this SqliteDataReader reader, int column) => reader.IsDBNull(column)
        ? null
        : DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(
            reader.GetInt64(column), DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
}
