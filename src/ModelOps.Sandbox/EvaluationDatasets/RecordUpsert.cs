using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Writes records of a dataset: one with inputs that are there already changes what is there.</summary>
/// <param name="server">The server.</param>
/// <param name="datasetId">The dataset.</param>
internal sealed class RecordUpsert(ServerContext server, string datasetId)
{
    private const string Wrapper = "mlflow_wrapped";

    /// <summary>Writes records.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="records">The records, as they were sent.</param>
    public UpsertAnswer Write(StoreConnection connection, IReadOnlyList<JsonElement> records)
    {
        if (records.Count == 0)
        {
            return new(0, 0);
        }

        var schema = DatasetSchema.Parse(
            connection.Scalar("SELECT schema FROM evaluation_datasets WHERE dataset_id = $id", ("$id", datasetId)) as string);
        var inserted = 0;
        string? user = null;
        foreach (var record in records)
        {
            var draft = RecordDraft.Parse(record);
            inserted += WriteOne(connection, draft) ? 1 : 0;
            schema.Add(record);
            user ??= draft.User;
        }

        var name = connection.Scalar("SELECT name FROM evaluation_datasets WHERE dataset_id = $id", ("$id", datasetId)) as string ?? "";
        var now = server.Now;
        EvaluationDatasetWrites.Describe(connection, datasetId, schema.ToString(), DatasetDigest.Of(name, now), user, now);
        EvaluationDatasetWrites.CountRecords(connection, datasetId);
        return new(inserted, records.Count - inserted);
    }

    /// <summary>Takes outputs out of the object that they are kept in; null when there are none.</summary>
    public static JsonElement? Unwrap(string? outputs)
    {
        var json = outputs is null ? default : TextOfJson.Parse(outputs);
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(Wrapper, out var wrapped) ? wrapped
            : json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null
            : json;
    }

    private bool WriteOne(StoreConnection connection, RecordDraft draft)
    {
        var hash = draft.InputHash;
        var found = connection.Query(
            "SELECT dataset_record_id, outputs, expectations, tags FROM evaluation_dataset_records WHERE dataset_id = $id AND input_hash = $hash",
            row => (Id: row.GetString(0), Outputs: row.TextOrNull(1), Expectations: row.TextOrNull(2), Tags: row.TextOrNull(3)),
            ("$id", datasetId), ("$hash", hash));
        var old = found.Count == 1 ? found[0] : (Id: "", Outputs: null, Expectations: null, Tags: null);
        var outputs = draft.Outputs is { } sent ? Wrap(TextOfJson.Write(sent)) : old.Outputs ?? Wrap("{}");
        var row = new DatasetRecordRow(
            found.Count == 1 ? old.Id : $"dr-{Guid.NewGuid():N}",
            TextOfJson.Write(draft.Inputs),
            outputs,
            Merge(old.Expectations ?? "null", draft.Expectations),
            Merge(old.Tags ?? "{}", draft.Tags))
        {
            InputHash = hash,
            Source = draft.Source?.Text ?? "null",
            SourceId = draft.Source?.Id,
            SourceType = draft.Source?.Type,
            User = draft.User,
        };
        if (found.Count == 1)
        {
            DatasetRecordWrites.Update(connection, row, server.Now);
            return false;
        }

        DatasetRecordWrites.Insert(connection, datasetId, row, server.Now);
        return true;
    }

    private static string Wrap(string outputs) => $"{{\"{Wrapper}\": {outputs}}}";

    private static string Merge(string old, JsonElement? added)
    {
        if (added is not { } more)
        {
            return old;
        }

        var merged = new OrderedDictionary<string, JsonElement>(TextOfJson.Members(TextOfJson.Parse(old)), StringComparer.Ordinal);
        foreach (var (key, value) in TextOfJson.Members(more))
        {
            merged[key] = value;
        }

        return $"{{{string.Join(", ", merged.Select(member => $"{PythonJson.Quote(member.Key)}: {TextOfJson.Write(member.Value)}"))}}}";
    }
}
