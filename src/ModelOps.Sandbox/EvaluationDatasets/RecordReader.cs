using System.Data.Common;
using System.Globalization;
using System.Text;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Reads records of a dataset, the oldest first.</summary>
internal static class RecordReader
{
    private const string Columns =
        "dataset_record_id, dataset_id, inputs, expectations, tags, source, source_id, source_type, created_time, last_update_time, created_by, "
        + "last_updated_by, outputs";

    /// <summary>Reads a page.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="start">What came before.</param>
    /// <param name="size">Most records.</param>
    public static RecordPage ReadPage(StoreConnection connection, string datasetId, RecordToken start, long size)
    {
        var rows = connection.Query(
            $"""
            SELECT {Columns} FROM evaluation_dataset_records
            WHERE dataset_id = $id AND ($after IS NULL OR (created_time, dataset_record_id) > ($time, $after))
            ORDER BY created_time, dataset_record_id LIMIT $limit OFFSET $offset
            """,
            row => (Text: TextOf(row), Token: new RecordToken(row.NumberOrNull(8) ?? 0, row.GetString(0), Offset: 0)),
            ("$id", datasetId), ("$time", start.Time), ("$after", start.RecordId), ("$limit", size + 1), ("$offset", start.Offset));
        var isMore = rows.Count > size;
        var page = isMore ? rows[..(int)size] : rows;
        return new($"[{string.Join(", ", page.Select(row => row.Text))}]", isMore ? page[^1].Token.ToString() : null);
    }

    private static string TextOf(DbDataReader row)
    {
        var text = new StringBuilder("{");
        AppendText(text, "dataset_record_id", row.GetString(0));
        AppendText(text, "dataset_id", row.GetString(1));
        AppendJson(text, "inputs", row.TextOrNull(2));
        AppendJson(text, "expectations", row.TextOrNull(3));
        AppendJson(text, "tags", row.TextOrNull(4));
        AppendJson(text, "source", row.TextOrNull(5));
        AppendText(text, "source_id", row.TextOrNull(6));
        AppendText(text, "source_type", row.TextOrNull(7));
        AppendJson(text, "created_time", row.NumberOrNull(8)?.ToString(CultureInfo.InvariantCulture));
        AppendJson(text, "last_update_time", row.NumberOrNull(9)?.ToString(CultureInfo.InvariantCulture));
        AppendText(text, "created_by", row.TextOrNull(10));
        AppendText(text, "last_updated_by", row.TextOrNull(11));
        AppendJson(text, "outputs", RecordUpsert.Unwrap(row.TextOrNull(12)) is { } outputs ? TextOfJson.Write(outputs) : null);
        return text.Append('}').ToString();
    }

    private static void AppendText(StringBuilder target, string name, string? value) => AppendJson(target, name, value is null ? null : PythonJson.Quote(value));

    // What is null is not sent.
    private static void AppendJson(StringBuilder target, string name, string? json)
    {
        if (json is not (null or "null"))
        {
            target.Append(target.Length > 1 ? ", " : "").Append('"').Append(name).Append("\": ").Append(json);
        }
    }
}
