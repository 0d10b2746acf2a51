using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Store.Tests;

public sealed class ContentLocationTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Theory]
    [InlineData("models:/m-0123456789abcdef0123456789abcdef")]
    [InlineData("models:/churn/1")]
    [InlineData("models:/churn/3")]
    public async Task References_of_other_MLflow_clients_are_resolved(string source)
    {
        await using var catalog = await OpenAsync();
        _lab.Create(
            $"""
            INSERT INTO logged_models (
                model_id, experiment_id, name, artifact_location, creation_timestamp_ms, last_updated_timestamp_ms, status)
            SELECT 'm-0123456789abcdef0123456789abcdef', 1, 'model', storage_location, 1, 1, 2 FROM model_versions WHERE version = 1
            """,
            Insert(2, source),
            Insert(3, "models:/m-0123456789abcdef0123456789abcdef"));

        Assert.Equal("content", await StoreLab.ReadAsync(catalog, await FindAsync(catalog, 2)));
    }

    [Fact]
    public async Task The_logged_models_of_a_run_that_are_ready_come_newest_first()
    {
        await using var catalog = await OpenAsync();
        var experiment = await catalog.Tracking.EnsureExperimentAsync("training", CancellationToken.None);
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, "train", DateTimeOffset.UnixEpoch, []), CancellationToken.None);
        _lab.Create([.. new[] { ("m-old", run.Id, 1, 2), ("m-new", run.Id, 2, 2), ("m-pending", run.Id, 3, 1), ("m-other", "0123", 4, 2) }.Select(model =>
            $"""
            INSERT INTO logged_models (
                model_id, experiment_id, name, artifact_location, creation_timestamp_ms, last_updated_timestamp_ms, status, lifecycle_stage, source_run_id)
            VALUES ('{model.Item1}', {experiment}, 'model', 'file:///models/{model.Item1}', {model.Item3}, 1, {model.Item4}, 'active', '{model.Item2}')
            """)]);

        var models = await catalog.Tracking.ListLoggedModelsAsync(run, CancellationToken.None).ToListAsync();

        Assert.Equal(["m-new", "m-old"], models.Select(model => model.Id));
        Assert.Equal(new("m-new", "model", "file:///models/m-new", DateTimeOffset.FromUnixTimeMilliseconds(2)), models[0]);
    }

    [Theory]
    [InlineData("models:/churn/2", "MOP2009", "circle")]
    [InlineData("models:/churn/9", "MOP2007", "no version 9")]
    [InlineData("models:/churn@champion", "MOP2009", "no logged model")]
    [InlineData("models:/a/b/c", "MOP2009", "expected models:/<model ID>")]
    [InlineData("s3://bucket/key", "MOP2009", "is refused")]
    [InlineData("http://127.0.0.1:9/x", "MOP2009", "is refused")]
    [InlineData("", "MOP2009", "is refused")]
    [InlineData("/nowhere/at/all", "MOP2003", "has no files")]
    public async Task A_source_that_leads_nowhere_or_elsewhere_is_refused(string source, string code, string message)
    {
        await using var catalog = await OpenAsync();
        _lab.Create(Insert(2, source));
        var version = await FindAsync(catalog, 2);

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Registry.OpenContentAsync(version, CancellationToken.None));

        StoreLab.AssertFails(failure, code, ExitCode.BadInput, message);
    }

    public void Dispose() => _lab.Dispose();

    private static string Insert(int version, string source) =>
        $"INSERT INTO model_versions (name, version, current_stage, status, source) VALUES ('churn', {version}, 'None', 'READY', '{source}')";

    private static async Task<ModelVersion> FindAsync(ICatalog catalog, int version) =>
        (await catalog.Registry.FindVersionAsync(StoreLab.Churn, version, CancellationToken.None))!;

    private async Task<ICatalog> OpenAsync()
    {
        var catalog = await _lab.OpenAsync();
        await StoreLab.AddAsync(catalog, "content");
        return catalog;
    }
}
