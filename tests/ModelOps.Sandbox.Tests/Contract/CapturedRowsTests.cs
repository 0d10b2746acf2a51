using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelOps.Core.Launching;
using ModelOps.Sandbox.Hosting;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Tests.Contract;

/// <summary>Rows that a real server's database had after all calls: a real MLflow that opens ours finds the same.</summary>
public sealed class CapturedRowsTests
{
    private static readonly string[] Tables =
        ["evaluation_datasets", "evaluation_dataset_tags", "evaluation_dataset_records", "scorers", "scorer_versions", "issues"];

    [Fact]
    public async Task The_store_has_the_rows_of_a_real_servers_database()
    {
        using var directory = new TempDirectory();
        var options = new SandboxOptions { StoreFile = directory.File("mlflow.db"), BehavesLike = "3.11" };
        Replay? replay = null;
        await using var server = await SandboxServer.StartAsync(options, new TickingTime(), () => replay!.RunId, CancellationToken.None);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(server.Uri) };
        replay = new(client);
        await replay.RunAsync(CapturedCase.LoadSequences("3.11")[1]);

        using var captured = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(TestFiles.Root, "tests", "Wire", "3.11", "genai-rows.json")));
        foreach (var table in Tables)
        {
            var ours = Read(server.StoreFile, table);
            foreach (var row in captured.RootElement.GetProperty("tables").GetProperty(table).EnumerateArray())
            {
                var differences = ours.Select(one => new BodyComparer(replay.Ids).Compare(row, one)).ToList();

                Assert.True(differences.Exists(found => found.Count == 0), $"{table}: {row}\n{string.Join('\n', differences.MinBy(found => found.Count)!)}");
            }
        }
    }

    private static List<JsonElement> Read(string file, string table)
    {
        using var connection = StoreConnection.Open($"Data Source={file};Pooling=False");
        return connection.Query($"SELECT * FROM {table}", ToJson);
    }

    private static JsonElement ToJson(DbDataReader row)
    {
        var json = new JsonObject();
        for (var column = 0; column < row.FieldCount; column++)
        {
            json[row.GetName(column)] = row.GetValue(column) switch
            {
                DBNull => null,
                long number => number,
                double number => number,
                var other => other.ToString(),
            };
        }

        return JsonSerializer.SerializeToElement(json);
    }
}
