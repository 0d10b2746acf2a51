using ModelOps.Core.Ephemeral;
using ModelOps.Core.Verbs.Clean;
using ModelOps.Sandbox.Tests.EvaluationDatasets;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Verbs;

/// <summary><c>clean</c> removes evaluation datasets whose tag says so, with their records, and what belongs to an experiment goes out of sight with it.</summary>
public sealed class CleanEvaluationDatasetsTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Expired_datasets_go_with_their_records_and_others_stay(bool isServer)
    {
        await using var sandbox = await SandboxLab.StartAsync();
        var old = await CreateAsync(sandbox, "old", ExpiryTag.At(Now.AddHours(-1)).Value);
        await CreateAsync(sandbox, "fresh", ExpiryTag.At(Now.AddHours(1)).Value);
        await CreateAsync(sandbox, "unreadable", "soon");
        await sandbox.CreateAsync(new { name = "untagged" });
        await sandbox.UpsertAsync(old, """[{"inputs": {"a": 1}}]""");
        using var lab = new ReleaseLab(isServer ? sandbox.Uri : $"sqlite:///{sandbox.StoreFile}");

        var dry = await lab.DoAsync<CleanResult>("clean", ("DryRun", "true"));
        var done = await lab.DoAsync<CleanResult>("clean");

        Assert.Equal(["evaluation dataset old would be removed"], dry.Items.Select(row => $"{row.Kind} {row.Name} {row.Action}"));
        Assert.Equal(["evaluation dataset old removed"], done.Items.Select(row => $"{row.Kind} {row.Name} {row.Action}"));
        var left = await sandbox.PostAsync("datasets/search", new { });
        Assert.Equal(
            ["fresh", "unreadable", "untagged"],
            left.GetProperty("datasets").EnumerateArray().Select(dataset => dataset.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.Empty(await sandbox.RecordsAsync(old));
        Assert.Contains(lab.Host.Diagnostics, found => found.Message.Contains("evaluation dataset 'unreadable'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expired_experiment_goes_although_scorers_and_issues_belong_to_it()
    {
        await using var sandbox = await SandboxLab.StartAsync();
        var expired = new[] { new { key = ExpiryTag.Key, value = ExpiryTag.At(Now.AddHours(-1)).Value } };
        await sandbox.CallAsync("POST", "/api/2.0/mlflow/experiments/create", System.Text.Json.JsonSerializer.Serialize(new { name = "e", tags = expired }));
        await sandbox.PostAsync("scorers/register", new { experiment_id = "1", name = "s", serialized_scorer = "{}" });
        await sandbox.PostAsync("issues", new { experiment_id = "1", name = "n", description = "d" });
        using var lab = new ReleaseLab(sandbox.Uri);

        var done = await lab.DoAsync<CleanResult>("clean");

        Assert.Equal(["experiment e removed"], done.Items.Select(row => $"{row.Kind} {row.Name} {row.Action}"));
    }

    [Fact]
    public async Task A_server_of_MLflow_2_has_no_datasets_to_clean()
    {
        await using var sandbox = await SandboxLab.StartAsync((options, _) => options.BehavesLike = "2.22");
        using var lab = new ReleaseLab(sandbox.Uri);

        Assert.Equal(0, (await lab.DoAsync<CleanResult>("clean")).Count);
    }

    private static Task<string> CreateAsync(SandboxLab sandbox, string name, string expires) => sandbox.CreateAsync(new
    {
        name,
        tags = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { [ExpiryTag.Key] = expires }),
    });
}
