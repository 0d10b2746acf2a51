using System.Diagnostics;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class MlflowFaultTests
{
    private static readonly string[] Creates =
        ["/experiments/create", "/runs/create", "/registered-models/create", "/model-versions/create", "/registered-models/alias"];

    [Theory]
    [InlineData(FaultMode.DropBefore, 0)]
    [InlineData(FaultMode.DropAfter, 0)]
    [InlineData(FaultMode.DropMidBody, 0)]
    [InlineData(FaultMode.StatusBefore, 429)]
    [InlineData(FaultMode.StatusBefore, 500)]
    [InlineData(FaultMode.StatusBefore, 503)]
    [InlineData(FaultMode.StatusAfter, 500)]
    [InlineData(FaultMode.StatusAfter, 502)]
    [InlineData(FaultMode.StatusAfter, 503)]
    [InlineData(FaultMode.StatusAfter, 504)]
    public async Task A_passing_fault_at_any_request_is_got_over_and_nothing_is_created_twice(FaultMode mode, int status)
    {
        var requests = await CountRequestsAsync();
        for (var offset = 0; offset < requests; offset++)
        {
            await using var fixture = await MlflowFixture.StartAsync();
            fixture.Server.Faults.Add(new("/api", mode) { Offset = offset, Status = status });
            await ReleaseAsync(fixture.Catalog);
            AssertOneOfEach(fixture.Server.State);
        }
    }

    [Theory]
    [InlineData(FaultMode.HtmlPage)]
    [InlineData(FaultMode.TruncatedJson)]
    [InlineData(FaultMode.DuplicateKeys)]
    [InlineData(FaultMode.StaleRead)]
    public async Task An_answer_that_lies_at_any_request_creates_nothing_twice(FaultMode mode)
    {
        var requests = await CountRequestsAsync();
        for (var offset = 0; offset < requests; offset++)
        {
            await using var fixture = await MlflowFixture.StartAsync();
            fixture.Server.Faults.Add(new("/api", mode) { Offset = offset });
            try
            {
                await ReleaseAsync(fixture.Catalog);
            }
            catch (ModelOpsException failure)
            {
                Assert.Equal((ExitCode.RemoteFailure, "MOP2005"), (failure.ExitCode, failure.Diagnostics[0].Code));
            }

            AssertOneOfEach(fixture.Server.State);
        }
    }

    [Theory]
    [MemberData(nameof(CreatePaths))]
    public async Task A_create_without_an_understandable_answer_is_looked_for(string path)
    {
        await using var fixture = await MlflowFixture.StartAsync();
        fixture.Server.Faults.Add(new($"POST /api/2.0/mlflow{path}", FaultMode.HtmlPage));
        await ReleaseAsync(fixture.Catalog);
        AssertOneOfEach(fixture.Server.State);
        Assert.Single(fixture.Server.RequestsTo("POST", path));
    }

    [Theory]
    [MemberData(nameof(CreatePaths))]
    public async Task A_create_is_sent_twice_at_most_when_the_server_keeps_failing(string path)
    {
        await using var fixture = await MlflowFixture.StartAsync();
        fixture.Server.Faults.Add(new($"POST /api/2.0/mlflow{path}", FaultMode.StatusBefore) { Times = int.MaxValue });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ReleaseAsync(fixture.Catalog));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2003"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Equal(2, fixture.Server.RequestsTo("POST", path).Count);
    }

    [Fact]
    public async Task A_version_that_searches_show_late_is_not_made_again()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        fixture.Server.Faults.Add(new("POST /api/2.0/mlflow/model-versions/create", FaultMode.DropAfter));
        fixture.Server.Faults.Add(new("GET /api/2.0/mlflow/model-versions/search", FaultMode.StaleRead) { Times = 2 });
        var version = await Registered.VersionAsync(fixture.Catalog);
        Assert.Equal(1, version.Version);
        Assert.Single(fixture.Server.State.Models["staging.churn"].Versions);
    }

    [Fact]
    public async Task An_alias_that_another_moved_after_a_lost_answer_is_left_there()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        await Registered.VersionAsync(fixture.Catalog, "k1");
        await Registered.VersionAsync(fixture.Catalog, "k2");
        fixture.Server.Faults.Add(new("POST /api/2.0/mlflow/registered-models/alias", FaultMode.DropBefore));
        var look = new FaultRule("GET /api/2.0/mlflow/registered-models/get", FaultMode.Delay) { Offset = 1, Delay = TimeSpan.FromMinutes(1) };
        fixture.Server.Faults.Add(look);
        var move = fixture.Catalog.Registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 1, null), CancellationToken.None);
        await look.Begun;
        lock (fixture.Server.State)
        {
            fixture.Server.State.Models["staging.churn"].Aliases["champion"] = 2;
        }

        look.Release();

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => move);
        Assert.Equal(ExitCode.StateMoved, failure.ExitCode);
        Assert.Equal(2, fixture.Server.State.Models["staging.churn"].Aliases["champion"]);
        Assert.Single(fixture.Server.RequestsTo("POST", "/registered-models/alias"));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    [InlineData(7, 8)]
    [InlineData(10, 8)]
    public async Task A_read_is_tried_as_often_as_the_variable_says_and_eight_times_at_most(int retries, int tries)
    {
        await using var fixture = await MlflowFixture.StartAsync(configure: environment => environment["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = $"{retries}");
        fixture.Server.Faults.Add(new("/runs/get", FaultMode.DropBefore) { Times = int.MaxValue });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => fixture.Catalog.Tracking.FindRunAsync("abc", CancellationToken.None));
        Assert.Equal((ExitCode.RemoteFailure, "MOP2112"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Equal(tries, fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task The_server_may_say_when_to_try_again()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        fixture.Server.Faults.Add(new("/runs/get", FaultMode.StatusBefore) { Status = 429, RetryAfter = "1" });
        var watch = Stopwatch.StartNew();
        Assert.Null(await fixture.Catalog.Tracking.FindRunAsync("abc", CancellationToken.None));
        Assert.True(watch.ElapsedMilliseconds >= 900, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Silence_ends_at_the_timeout_and_is_not_called_cancelled()
    {
        await using var fixture = await MlflowFixture.StartAsync(configure: environment =>
        {
            environment["MLFLOW_HTTP_REQUEST_TIMEOUT"] = "1";
            environment["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0";
        });
        fixture.Server.Faults.Add(new("/runs/get", FaultMode.Delay) { Delay = TimeSpan.FromSeconds(30) });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => fixture.Catalog.Tracking.FindRunAsync("abc", CancellationToken.None));
        Assert.Equal("MOP2002", failure.Diagnostics[0].Code);
        Assert.Contains("Nothing came for 1 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_stops_a_hanging_call_at_once()
    {
        await using var fixture = await MlflowFixture.StartAsync(configure: environment => environment["MLFLOW_HTTP_REQUEST_TIMEOUT"] = "600");
        var hangs = new FaultRule("/runs/get", FaultMode.Delay) { Delay = TimeSpan.FromMinutes(10) };
        fixture.Server.Faults.Add(hangs);
        using var source = new CancellationTokenSource();
        var call = fixture.Catalog.Tracking.FindRunAsync("abc", source.Token);
        await hangs.Begun;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var server = await MlflowServer.StartAsync();
        var url = server.Url;
        await server.DisposeAsync();
        await using var catalog = await MlflowFixture.OpenAsync(url, new() { ["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0" });
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Registry.EnsureModelAsync(Registered.Churn, "", CancellationToken.None));
        Assert.Equal("MOP2002", failure.Diagnostics[0].Code);
        Assert.Contains("tried 8 times", failure.Message, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> CreatePaths() => [.. Creates];

    private static async Task<int> CountRequestsAsync()
    {
        await using var fixture = await MlflowFixture.StartAsync();
        await ReleaseAsync(fixture.Catalog);
        return fixture.Server.Requests.Count;
    }

    private static async Task ReleaseAsync(ICatalog catalog)
    {
        var version = await Registered.VersionAsync(catalog);
        await catalog.Registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, version.Version, null), CancellationToken.None);
        await catalog.Registry.SetVersionTagAsync(Registered.Churn, version.Version, new("model_validation_status", "PASSED"), CancellationToken.None);
        await catalog.Tracking.SetRunTagsAsync(version.RunId!, [new("modelops.to", "1")], CancellationToken.None);
        await catalog.Tracking.EndRunAsync(version.RunId!, RunStatus.Finished, Registered.Start.AddMinutes(1), CancellationToken.None);
    }

    private static void AssertOneOfEach(MlflowState state)
    {
        Assert.True(state.Experiments.Count <= 2);
        Assert.True(state.Runs.Count <= 1);
        Assert.All(state.Models.Values, model => Assert.True(model.Versions.Count <= 1));
    }
}
