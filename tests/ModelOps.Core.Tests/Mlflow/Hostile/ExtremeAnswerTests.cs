using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Tests.Mlflow.Hostile;

/// <summary>Whatever JSON a server answers, every reader gives a clean value or a coded failure.</summary>
public sealed class ExtremeAnswerTests
{
    private const string Tags = """[{"key":"modelops.key","value":"k"}]""";
    private const string Version =
        $$"""{"name":"m","version":"3","status":"READY","status_message":"x","description":"d","source":"mlflow-artifacts:/1/r/artifacts","run_id":"r","creation_timestamp":1700000000000,"tags":{{Tags}}}""";
    private const string Model = $$"""{"name":"m","aliases":[{"alias":"champion","version":"3"}],"tags":{{Tags}}}""";
    private const string Run =
        $$"""{"info":{"run_id":"r","run_uuid":"r","run_name":"n","experiment_id":"1","status":"FINISHED","start_time":1700000000000,"end_time":1700000000001,"artifact_uri":"mlflow-artifacts:/1/r/artifacts","lifecycle_stage":"active"},"data":{"tags":{{Tags}},"metrics":[{"key":"auc","value":0.9,"timestamp":1700000000000,"step":1}],"params":[{"key":"a","value":"1"}] } }""";
    private const string Experiment = $$"""{"experiment_id":"1","name":"e","lifecycle_stage":"active","tags":{{Tags}}}""";
    private const string Logged = """{"info":{"artifact_uri":"mlflow-artifacts:/1/models/m-1/artifacts","model_id":"m-1","name":"model","status":"LOGGED_MODEL_READY","source_run_id":"r","creation_timestamp_ms":1700000000000}}""";

    private static readonly ModelName Name = ModelName.Parse("m");

    private static readonly Dictionary<string, (string Json, Func<ICatalog, Task> Read)> Readers = new(StringComparer.Ordinal)
    {
        ["model"] = ($$"""{"registered_model":{{Model}}}""", catalog => catalog.Registry.FindModelAsync(Name, CancellationToken.None)),
        ["models"] = ($$"""{"registered_models":[{{Model}}],"next_page_token":""}""", async catalog => await catalog.Registry.ListModelsAsync(CancellationToken.None).ToListAsync()),
        ["version"] = ($$"""{"model_version":{{Version}}}""", catalog => catalog.Registry.FindVersionAsync(Name, 3, CancellationToken.None)),
        ["versions"] = ($$"""{"model_versions":[{{Version}}],"next_page_token":""}""", async catalog => await catalog.Registry.ListVersionsAsync(Name, null, CancellationToken.None).ToListAsync()),
        ["run"] = ($$"""{"run":{{Run}}}""", async catalog => Use(await catalog.Tracking.FindRunAsync("r", CancellationToken.None))),
        ["runs"] = ($$"""{"runs":[{{Run}}],"next_page_token":""}""", async catalog => (await catalog.Tracking.ListRunsAsync("1", null, CancellationToken.None).ToListAsync()).ForEach(Use)),
        ["experiment"] = ($$"""{"experiment":{{Experiment}}}""", catalog => catalog.Tracking.ReadExperimentAsync("1", CancellationToken.None)),
        ["experiments"] = ($$"""{"experiments":[{{Experiment}}],"next_page_token":""}""", async catalog => await catalog.Tracking.ListExperimentsAsync("modelops.key", CancellationToken.None).ToListAsync()),
        ["logged model"] = ($$"""{"model":{{Logged}}}""", catalog => catalog.Tracking.FindLoggedModelAsync("m-1", CancellationToken.None)),
        ["logged models"] = ($$"""{"models":[{{Logged}}],"next_page_token":""}""", async catalog =>
        {
            var run = new Abstractions.Tracking.Run { Id = "r", ExperimentId = "1", Name = "", Status = Abstractions.Tracking.RunStatus.Finished, ArtifactUri = "", StartedAt = default };
            Assert.All(await catalog.Tracking.ListLoggedModelsAsync(run, CancellationToken.None).ToListAsync(), model => _ = model.ToString());
        }),
        ["files"] = ("""{"files":[{"path":"MLmodel","is_dir":false,"file_size":12},{"path":"a.bin","is_dir":false,"file_size":"7"}]}""", async catalog =>
        {
            var files = await catalog.Artifacts.ListAsync("mlflow-artifacts:/1/r/artifacts", CancellationToken.None);
            Assert.True(files.Sum(file => file.Length) >= 0);
            Assert.Equal(files.Count, files.Select(file => file.Path).Distinct(StringComparer.Ordinal).Count());
        }),
        ["error"] = ("""{"error_code":"INTERNAL_ERROR","message":"x"}""", catalog => catalog.Registry.FindVersionAsync(Name, 3, CancellationToken.None)),
        ["place"] = ("""{"artifact_uri":"mlflow-artifacts:/1/r/artifacts"}""", catalog => catalog.Registry.OpenContentAsync(
            new() { Model = Name, Version = 3, Status = VersionStatus.Ready, Source = "", CreatedAt = default }, CancellationToken.None)),
    };

    public static TheoryData<string> ReaderNames() => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(ReaderNames))]
    public async Task Every_answer_with_an_extreme_value_is_a_clean_value_or_a_coded_failure(string name)
    {
        var (json, read) = Readers[name];
        var answer = json;
        await using var server = new HostileServer(_ => answer);
        await using var catalog = await MlflowFixture.OpenAsync(server.Url, new() { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0", ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0" });
        foreach (var hostile in ExtremeValues.Of(json))
        {
            answer = hostile;
            try
            {
                await read(catalog);
            }
            catch (ModelOpsException coded)
            {
                Assert.All(coded.Diagnostics, finding => Assert.StartsWith("MOP", finding.Code, StringComparison.Ordinal));
            }
            catch (Exception unexpected) when (unexpected is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{hostile}\n{unexpected}");
            }
        }
    }

    [Theory]
    [InlineData("4611686018427387904")]
    [InlineData("-5")]
    public async Task A_size_that_no_file_has_is_named(string size)
    {
        await using var server = new HostileServer(_ => $$"""{"files":[{"path":"a.bin","is_dir":false,"file_size":{{size}}}]}""");
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ListAsync(server));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2005"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains($"impossible size of 'a.bin': {size} bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_listed_twice_is_refused()
    {
        await using var server = new HostileServer(_ => """{"files":[{"path":"a.bin","file_size":1},{"path":"a.bin","file_size":2}]}""");
        Assert.Equal("MOP2005", (await Assert.ThrowsAsync<ModelOpsException>(() => ListAsync(server))).Diagnostics[0].Code);
    }

    [Fact]
    public async Task Directories_in_directories_have_an_end()
    {
        await using var server = new HostileServer(_ => """{"files":[{"path":"d","is_dir":true}]}""");
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ListAsync(server));
        Assert.Equal("MOP2120", failure.Diagnostics[0].Code);
        Assert.InRange(server.Requests.Count, 2, 70);
    }

    private static void Use(Abstractions.Tracking.Run? run)
    {
        if (run is not null)
        {
            _ = $"{run.StartedAt.ToLocalTime():O} {run.EndedAt?.ToUniversalTime():O} {run.StartedAt.ToUnixTimeMilliseconds()}";
        }
    }

    private static async Task<IReadOnlyList<ContentFile>> ListAsync(HostileServer server)
    {
        await using var catalog = await MlflowFixture.OpenAsync(server.Url, new() { ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0" });
        return await catalog.Artifacts.ListAsync("mlflow-artifacts:/1/r/artifacts", CancellationToken.None);
    }
}
