using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Ephemeral;
using ModelOps.Core.Tests.Mlflow;
using ModelOps.Core.Verbs.Clean;
using ModelOps.Mlflow;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Verbs.Clean;

/// <summary>Catalogs, and servers, that try to make <c>clean</c> remove what it must not, or never end.</summary>
public sealed class HostileCatalogTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly string Expired = ExpiryTag.At(Now.AddHours(-1)).Value;

    [Theory]
    [InlineData("MODELOPS.EXPIRES")]
    [InlineData("Modelops.expires")]
    [InlineData(" modelops.expires")]
    [InlineData("modelops.expires ")]
    [InlineData("modelops.expires\u200b")]
    [InlineData("modelops_expires")]
    [InlineData("modelops.expires.at")]
    [InlineData("m\u043edelops.expires")]
    [InlineData("tags.modelops.expires")]
    public async Task A_tag_that_only_looks_like_ours_removes_nothing(string key)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await AddAsync(server, lab, "prod.churn");
        server.State.Models["prod.churn"].Tags[key] = Expired;

        var done = await lab.DoAsync<CleanResult>("clean");

        Assert.Equal(0, done.Count);
        Assert.Equal(["prod.churn"], server.State.Models.Keys);
    }

    [Theory]
    [InlineData(" 2020-01-01T00:00:00Z")]
    [InlineData("2020-01-01T00:00:00Z ")]
    [InlineData("2020-01-01T00:00:00Z\n")]
    [InlineData("2020-01-01t00:00:00z")]
    [InlineData("2020-01-01T00:00:00")]
    [InlineData("2020-01-01 00:00:00Z")]
    [InlineData("01/01/2020")]
    [InlineData("1577836800")]
    [InlineData("-2020-01-01T00:00:00Z")]
    [InlineData("2020-13-01T00:00:00Z")]
    [InlineData("2020-02-30T00:00:00Z")]
    [InlineData("2020-01-01T24:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("\u0662\u0660\u0662\u0660-01-01T00:00:00Z")]
    public async Task A_time_that_could_be_read_in_two_ways_or_has_not_come_removes_nothing(string value)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await AddAsync(server, lab, "prod.churn");
        server.State.Models["prod.churn"].Tags[ExpiryTag.Key] = value;

        var report = await lab.RunAsync("clean");

        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal(["prod.churn"], server.State.Models.Keys);
    }

    [Fact]
    public async Task Names_that_share_a_beginning_or_a_spelling_stay()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        string[] names = ["staging.pr_1.churn2", "staging.pr_11.churn", "staging.prX1.churn", "Staging.pr_1.churn", "staging.pr_1.CHURN"];
        foreach (var name in names.Append("staging.pr_1.churn"))
        {
            await AddAsync(server, lab, name);
        }

        server.State.Models["staging.pr_1.churn"].Tags[ExpiryTag.Key] = Expired;

        Assert.Equal(1, (await lab.DoAsync<CleanResult>("clean")).Count);
        Assert.Equal(names.Order(StringComparer.Ordinal), server.State.Models.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2099-01-01T00:00:00Z")]
    public async Task What_is_kept_at_the_last_moment_is_kept_whole(string? later)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await using var catalog = await lab.OpenUriAsync(server.Url);
        await Registered.VersionAsync(catalog);
        var name = Registered.Churn.Value;
        await catalog.Registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 1, null), default);
        server.State.Models[name].Tags[ExpiryTag.Key] = Expired;
        var slow = new FaultRule("/api/2.0/mlflow/model-versions/search", FaultMode.Delay) { Delay = TimeSpan.FromMinutes(1) };
        server.Faults.Add(slow);

        var run = lab.DoAsync<CleanResult>("clean");
        await slow.Begun;
        server.State.Models[name].Tags.Remove(ExpiryTag.Key);
        if (later is not null)
        {
            server.State.Models[name].Tags[ExpiryTag.Key] = later;
        }

        slow.Release();
        Assert.Equal(0, (await run).Count);
        Assert.Equal([name], server.State.Models.Keys);
        Assert.DoesNotContain(server.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task A_server_whose_pages_never_end_is_left()
    {
        var asked = 0;
        var failure = await Assert.ThrowsAsync<ModelOpsException>(async () =>
        {
            await foreach (var item in Pages.ReadAsync((_, _) => Task.FromResult<(IReadOnlyList<string>?, string?)>(([], $"token {asked++}")), CancellationToken.None))
            {
                Assert.Fail(item);
            }
        });

        Assert.Equal((ExitCode.RemoteFailure, "MOP2120"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.InRange(asked, 2, Pages.MaxPages + 1);
    }

    [Fact]
    public async Task A_server_that_answers_another_model_loses_neither()
    {
        await using var server = await MlflowServer.StartAsync();
        await using var liar = await LyingServer.StartAsync(server.Url, "prod.churn");
        using var lab = new ReleaseLab(liar.Url);
        await AddAsync(server, lab, "prod.churn");
        await AddAsync(server, lab, "staging.pr_1.churn");
        server.State.Models["prod.churn"].Tags[ExpiryTag.Key] = Expired;
        server.State.Models["staging.pr_1.churn"].Tags[ExpiryTag.Key] = "2099-01-01T00:00:00Z";
        liar.IsLying = true;

        var report = await lab.RunAsync("clean");

        Assert.DoesNotContain("staging.pr_1.churn", liar.Deleted);
        Assert.Contains("staging.pr_1.churn", server.State.Models.Keys);
        Assert.True(report.ExitCode is ExitCode.Ok or ExitCode.RemoteFailure, ReleaseLab.Describe(report));
    }

    private static async Task AddAsync(MlflowServer server, ReleaseLab lab, string name)
    {
        await using var catalog = await lab.OpenUriAsync(server.Url);
        await catalog.Registry.EnsureModelAsync(ModelName.Parse(name), "", [], default);
    }
}
