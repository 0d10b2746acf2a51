using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Tags of an evaluation dataset: they are sent as text of a JSON object, and kept as text each.</summary>
internal static class DatasetTags
{
    /// <summary>The tag that says who works.</summary>
    public const string User = "mlflow.user";

    /// <summary>Reads tags, without those that are null.</summary>
    public static List<KeyValuePair<string, string>> Parse(string text) =>
    [
        .. TextOfJson.Members(TextOfJson.Parse(text))
            .Where(member => member.Value.ValueKind != System.Text.Json.JsonValueKind.Null)
            .Select(member => KeyValuePair.Create(member.Key, TextOfJson.ToPlainText(member.Value))),
    ];

    /// <summary>Sets tags.</summary>
    public static void Set(StoreConnection connection, string datasetId, IEnumerable<KeyValuePair<string, string>> tags)
    {
        foreach (var (key, value) in tags)
        {
            EvaluationDatasetWrites.SetTag(connection, datasetId, key, value);
        }
    }
}
