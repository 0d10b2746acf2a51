using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace ModelOps.Sandbox.Tests.Runs;

public sealed class ModelMetricTests
{
    private const string Model = "m-1";

    [Fact]
    public async Task A_measure_of_a_logged_model_is_kept_with_its_dataset_once()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        AddModel(server);

        await server.PostAsync("runs/log-metric", Measure(run, 0.5));
        await server.PostAsync("runs/log-metric", Measure(run, 0.5));
        var batch = new JsonObject { ["run_id"] = run, ["metrics"] = new JsonArray(Measure(run, 0.5), Measure(run, 0.25, step: 1)) };
        await server.PostAsync("runs/log-batch", batch);

        Assert.Equal([$"rmse|0|0.5|{run}|data|d1", $"rmse|1|0.25|{run}|data|d1"], ReadMeasures(server));
        Assert.Equal("0.25", (await server.GetLatestAsync(run))["rmse"]);
    }

    [Fact]
    public async Task Another_measure_at_the_same_step_and_time_is_refused_and_nothing_of_it_is_kept()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        AddModel(server);
        await server.PostAsync("runs/log-metric", Measure(run, 0.5));

        var refusal = await server.RefuseAsync("runs/log-metric", Measure(run, 0.75));

        Assert.StartsWith("BAD_REQUEST: (sqlite3.IntegrityError) UNIQUE constraint failed: logged_model_metrics.", refusal, StringComparison.Ordinal);
        Assert.Equal([$"rmse|0|0.5|{run}|data|d1"], ReadMeasures(server));
        Assert.Equal("0.5", (await server.GetLatestAsync(run))["rmse"]);
    }

    private static JsonObject Measure(string run, double value, long step = 0) => new()
    {
        ["run_id"] = run,
        ["key"] = "rmse",
        ["value"] = value,
        ["timestamp"] = 7,
        ["step"] = step,
        ["model_id"] = Model,
        ["dataset_name"] = "data",
        ["dataset_digest"] = "d1",
    };

    private static void AddModel(TrackingServer server) => Query(
        server,
        $"""
        INSERT INTO logged_models (
            model_id, experiment_id, name, artifact_location, creation_timestamp_ms, last_updated_timestamp_ms, status, lifecycle_stage)
        VALUES ('{Model}', 0, 'model', '', 1, 1, 2, 'active')
        """);

    private static List<string> ReadMeasures(TrackingServer server) => Query(
        server,
        """
        SELECT metric_name || '|' || metric_step || '|' || metric_value || '|' || run_id || '|' || dataset_name || '|' || dataset_digest
        FROM logged_model_metrics ORDER BY metric_step
        """);

    private static List<string> Query(TrackingServer server, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={server.StoreFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
