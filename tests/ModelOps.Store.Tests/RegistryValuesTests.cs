using ModelOps.Abstractions.Registry;

namespace ModelOps.Store.Tests;

public sealed class RegistryValuesTests : IDisposable
{
    private static readonly string[] Times = ["creation_timestamp", "last_updated_timestamp"];

    private readonly StoreLab _lab = new();

    [Fact]
    public async Task A_registered_model_has_the_values_of_a_real_server()
    {
        await using var catalog = await _lab.OpenAsync();
        await catalog.Registry.EnsureModelAsync(ModelName.Parse("m2"), "desc", CancellationToken.None);

        var row = Assert.Single(_lab.Rows("SELECT * FROM registered_models"));
        var wire = WireCase.Read("registered-models-create.json", "ok with tags and description").GetProperty("registered_model");
        WireCase.AssertSame(wire, row, [.. Times, "tags"]);
        Assert.Equal(FixedTime.Now.ToUnixTimeMilliseconds(), row["creation_time"]);
        Assert.Equal(row["creation_time"], row["last_updated_time"]);
        Assert.Equal("default", row["workspace"]);
    }

    [Fact]
    public async Task A_version_has_the_values_of_a_real_server()
    {
        await using var catalog = await _lab.OpenAsync();
        var model = ModelName.Parse("m1");
        await catalog.Registry.EnsureModelAsync(model, "", CancellationToken.None);
        var run = await StoreLab.RunAsync(catalog);
        var draft = new VersionDraft { Model = model, RunId = run.Id, RunArtifactUri = run.ArtifactUri, Tags = [new("sha", "abc")], Description = "v one" };
        await catalog.Registry.AddVersionAsync(draft, new StoreWriter.TextContent("x"), CancellationToken.None);

        var row = Assert.Single(_lab.Rows("SELECT * FROM model_versions"));
        var wire = WireCase.Read("model-versions-create.json", "ok from run").GetProperty("model_version");
        WireCase.AssertSame(wire, row, [.. Times, "tags", "source", "run_id", "run_link"]);
        Assert.Equal($"{run.ArtifactUri}/model", row["source"]);
        Assert.Equal(row["source"], row["storage_location"]);
        Assert.Equal(run.Id, row["run_id"]);
        Assert.Equal(WireCase.Read("model-versions-create.json", "ok third").GetProperty("model_version").GetProperty("run_link").GetString(), row["run_link"]);
        Assert.Equal(FixedTime.Now.ToUnixTimeMilliseconds(), row["creation_time"]);
        Assert.Equal(row["creation_time"], row["last_updated_time"]);
        Assert.Null(row["user_id"]);
        Assert.Null(row["status_message"]);
        var tag = Assert.Single(_lab.Rows("SELECT key, value, name, version FROM model_version_tags"));
        Assert.Equal(["sha", "abc", "m1", 1L], tag.Values);
    }

    [Fact]
    public async Task A_new_version_makes_its_model_as_new_as_itself()
    {
        await using var catalog = await _lab.OpenAsync();
        await catalog.Registry.EnsureModelAsync(StoreLab.Churn, "", CancellationToken.None);
        _lab.Create("UPDATE registered_models SET creation_time = 5, last_updated_time = 5");

        await StoreLab.AddAsync(catalog);

        var row = Assert.Single(_lab.Rows("SELECT creation_time, last_updated_time FROM registered_models"));
        Assert.Equal([5L, FixedTime.Now.ToUnixTimeMilliseconds()], row.Values);
    }

    [Fact]
    public async Task An_alias_is_one_row_however_often_it_moves()
    {
        await using var catalog = await _lab.OpenAsync();
        await StoreLab.AddAsync(catalog);
        await StoreLab.AddAsync(catalog);
        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 1, null), CancellationToken.None);
        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 2, 1), CancellationToken.None);

        var row = Assert.Single(_lab.Rows("SELECT alias, version, name FROM registered_model_aliases"));
        Assert.Equal(["champion", 2L, "churn"], row.Values);
    }

    public void Dispose() => _lab.Dispose();
}
