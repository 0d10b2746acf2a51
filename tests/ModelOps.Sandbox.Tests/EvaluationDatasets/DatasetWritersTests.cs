using System.Globalization;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.EvaluationDatasets;

public sealed class DatasetWritersTests
{
    private const int Writers = 16;
    private const int Rounds = 8;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sixteen_writers_lose_no_record_scorer_or_issue(bool isDurable)
    {
        await using var lab = await SandboxLab.StartAsync((options, _) => options.StoreFile = isDurable ? options.StoreFile : null);
        var shared = await lab.CreateAsync(new { name = "shared", experiment_ids = new[] { "0" } });

        var versions = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(lab, shared, writer))));

        var records = await lab.RecordsAsync(shared, size: 7);
        Assert.Equal((Writers * Rounds) + 1, records.Select(record => record.GetProperty("dataset_record_id").GetString()).Distinct().Count());
        Assert.Equal((Writers * Rounds) + 1, records.Count);
        var common = Assert.Single(records, record => record.GetProperty("inputs").TryGetProperty("common", out _));
        Assert.Equal(Writers, common.GetProperty("expectations").EnumerateObject().Count());
        Assert.Equal(Enumerable.Range(1, Writers * Rounds), versions.SelectMany(numbers => numbers).Order());
        var issues = await lab.PostAsync("issues/search", new { experiment_id = "0" });
        Assert.Equal(Writers * Rounds, issues.GetProperty("issues").GetArrayLength());
        var dataset = await lab.ReadAsync($"datasets/{shared}");
        Assert.Equal($"{{\"num_records\": {records.Count}}}", dataset.GetProperty("dataset").GetProperty("profile").GetString());
        var found = await lab.PostAsync("datasets/search", new { experiment_ids = new[] { "0" }, filter_string = "name LIKE 'of-%'" });
        Assert.Equal(Writers, found.GetProperty("datasets").GetArrayLength());
    }

    [Fact]
    public async Task A_durable_store_has_all_of_it_after_a_new_start()
    {
        using var directory = new TempDirectory();
        var file = directory.File("mlflow.db");
        string dataset;
        await using (var lab = await SandboxLab.StartAsync((options, _) => options.StoreFile = file))
        {
            dataset = await lab.CreateAsync(new { name = "kept", tags = "{\"team\": \"ml\"}" });
            await lab.UpsertAsync(dataset, """[{"inputs": {"q": "é'<"}, "outputs": [1.0, null]}]""");
            await lab.PostAsync("scorers/register", new { experiment_id = "0", name = "s", serialized_scorer = "{}" });
        }

        await using var again = await SandboxLab.StartAsync((options, _) => options.StoreFile = file);

        var record = Assert.Single(await again.RecordsAsync(dataset));
        Assert.Equal("é'<", record.GetProperty("inputs").GetProperty("q").GetString());
        Assert.Equal("[1.0, null]", record.GetProperty("outputs").GetRawText());
        Assert.Equal("{\"team\": \"ml\"}", (await again.ReadAsync($"datasets/{dataset}")).GetProperty("dataset").GetProperty("tags").GetString());
        Assert.Equal(1, (await again.ReadAsync("scorers/list?experiment_id=0")).GetProperty("scorers")[0].GetProperty("scorer_version").GetInt32());
    }

    private static async Task<List<int>> WriteAsync(SandboxLab lab, string shared, int writer)
    {
        var numbers = new List<int>();
        await lab.CreateAsync(new { name = string.Create(CultureInfo.InvariantCulture, $"of-{writer}"), experiment_ids = new[] { "0" } });
        for (var round = 0; round < Rounds; round++)
        {
            await lab.UpsertAsync(
                shared, $$"""[{"inputs": {"w": {{writer}}, "r": {{round}} } }, {"inputs": {"common": 1}, "expectations": {"w{{writer}}": {{round}} } }]""");
            var scorer = await lab.PostAsync("scorers/register", new { experiment_id = "0", name = "exact", serialized_scorer = "{}" });
            numbers.Add(scorer.GetProperty("version").GetInt32());
            await lab.PostAsync("issues", new { experiment_id = "0", name = "n", description = "d" });
        }

        return numbers;
    }
}
