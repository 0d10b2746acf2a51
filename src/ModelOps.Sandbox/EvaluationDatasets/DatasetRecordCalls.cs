using System.Globalization;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Calls about the records of evaluation datasets.</summary>
internal static class DatasetRecordCalls
{
    private const string Path = "/{dataset_id}/records";
    private const long DefaultSize = 1000;

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        DatasetCalls.Call("POST", Path, new(Field.Text("records")), [ParameterRules.RequiredText("records")], UpsertAsync),
        DatasetCalls.Call("GET", Path, new(Field.Text("max_results"), Field.Text("page_token")), [], Get),
        DatasetCalls.Call("DELETE", Path, new(Field.Text("dataset_record_ids").Many), [new("dataset_record_ids", Rule.List)], DeleteAsync),
    ];

    private static async ValueTask<Answer> UpsertAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var records = ItemsOf(TextOfJson.Parse(call.Request.Text("records")));
        var upsert = new RecordUpsert(call.Server, DatasetCalls.IdOf(call));
        var answer = await call.WriteAsync(connection => upsert.Write(connection, records), cancellationToken);
        return Answer.Of(answer, DatasetJson.Default.UpsertAnswer);
    }

    // An object is a list of its keys.
    private static List<JsonElement> ItemsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray()],
        JsonValueKind.Object => !json.EnumerateObject().Any() ? [] : throw MlflowFault.Internal("'str' object has no attribute 'get'"),
        JsonValueKind.String => json.GetString()!.Length == 0 ? [] : throw MlflowFault.Internal("'str' object has no attribute 'get'"),
        _ => throw MlflowFault.Internal($"'{PythonText.TypeOf(json)}' object is not iterable"),
    };

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var size = SizeOf(call.Request.Text("max_results"));
        var token = RecordToken.Parse(call.Request.Text("page_token"));
        var page = call.Server.Store.Read(connection => RecordReader.ReadPage(connection, DatasetCalls.IdOf(call), token, size));
        return new(Answer.Of(page, DatasetJson.Default.RecordPage));
    }

    // Defects of MLflow's server: it answers both with its page for internal errors.
    private static long SizeOf(string sent) =>
        sent.Length == 0 ? DefaultSize
        : !int.TryParse(sent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) || size < 0
            ? throw new InvalidDataException($"'{sent}' is no number of records.")
        : size == 0 ? DefaultSize
        : size;

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (id, ids) = (DatasetCalls.IdOf(call), IdList.Of(call.Request.Texts("dataset_record_ids")));
        var deleted = await call.WriteAsync(
            connection =>
            {
                var count = DatasetRecordWrites.Delete(connection, id, ids);
                if (count > 0)
                {
                    EvaluationDatasetWrites.CountRecords(connection, id);
                }

                return count;
            },
            cancellationToken);
        return Answer.Of(new(deleted), DatasetJson.Default.DeletedAnswer);
    }
}
