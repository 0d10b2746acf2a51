using System.Text.Json;
using ModelOps.Abstractions.Registry;
using ModelOps.Sandbox.Tests.Hosting;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Tests.Writes;

public sealed class TagPlaceTests
{
    private static readonly ModelName Churn = ModelName.Parse("churn");

    [Fact]
    public async Task A_tag_that_is_set_again_keeps_its_place_through_the_store_as_through_the_sandbox()
    {
        await using var lab = await SandboxLab.StartAsync();
        var run = await AddAsync(lab);
        await using var catalog = await TestCatalogs.OpenAsync($"sqlite:///{lab.StoreFile}", lab.Root);

        await PostAsync(lab, "registered-models/set-tag", new { name = "churn", key = "a", value = "sandbox" });
        await PostAsync(lab, "model-versions/set-tag", new { name = "churn", version = "1", key = "a", value = "sandbox" });
        await PostAsync(lab, "runs/set-tag", new { run_id = run, key = "a", value = "sandbox" });
        await catalog.Registry.SetModelTagAsync(Churn, new("b", "store"), default);
        await catalog.Registry.SetVersionTagAsync(Churn, 1, new("b", "store"), default);
        await catalog.Tracking.SetRunTagsAsync(run, [new("b", "store")], default);

        const string Expected = "a=sandbox b=store c=1";
        Assert.Equal(Expected, Read(lab, "registered_model_tags"));
        Assert.Equal(Expected, Read(lab, "model_version_tags"));
        Assert.Equal(Expected, Read(lab, "tags WHERE key <> 'mlflow.runName'"));
    }

    private static async Task<string> AddAsync(SandboxLab lab)
    {
        var tags = new[] { new { key = "a", value = "1" }, new { key = "b", value = "1" }, new { key = "c", value = "1" } };
        await PostAsync(lab, "registered-models/create", new { name = "churn", tags });
        await PostAsync(lab, "model-versions/create", new { name = "churn", source = "s3://bucket/model", tags });
        var made = await PostAsync(lab, "runs/create", new { experiment_id = "0", tags });
        return made.GetProperty("run").GetProperty("info").GetProperty("run_id").GetString()!;
    }

    private static Task<JsonElement> PostAsync(SandboxLab lab, string path, object body) =>
        lab.CallAsync("POST", $"/api/2.0/mlflow/{path}", JsonSerializer.Serialize(body));

    private static string Read(SandboxLab lab, string table)
    {
        using var connection = StoreConnection.Open($"Data Source={lab.StoreFile};Pooling=False");
        return string.Join(' ', connection.Query($"SELECT key || '=' || value FROM {table} ORDER BY rowid", row => row.GetString(0)));
    }
}
