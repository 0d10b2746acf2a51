using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Ephemeral;
using ModelOps.Core.Tests.Mlflow;
using ModelOps.Core.Verbs.Clean;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Verbs.Clean;

public sealed class CleanTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Expired_models_and_experiments_go_and_everything_else_stays()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await using var catalog = await lab.OpenUriAsync(server.Url);
        await Registered.VersionAsync(catalog);
        await catalog.Registry.SetModelTagAsync(Registered.Churn, ExpiryTag.At(Now.AddHours(-1)), default);
        await catalog.Registry.MoveAliasAsync(new(Registered.Churn, AliasName.Champion, 1, null), default);
        await AddAsync(catalog, "staging.fresh", ExpiryTag.At(Now.AddHours(1)));
        await AddAsync(catalog, "staging.skewed", ExpiryTag.At(Now.AddMinutes(-4)));
        await AddAsync(catalog, "staging.untagged");
        await AddAsync(catalog, "staging.unreadable", new Tag(ExpiryTag.Key, "2020-01-01"));
        await catalog.Tracking.EnsureExperimentAsync("old", [ExpiryTag.At(Now.AddDays(-1))], default);
        await catalog.Tracking.EnsureExperimentAsync("new", [ExpiryTag.At(Now.AddDays(1))], default);
        server.ForgetRequests();

        var dry = await lab.DoAsync<CleanResult>("clean", ("DryRun", "true"));
        Assert.All(server.Requests, request => Assert.True(request.Method == "GET" || request.Path.EndsWith("/search", StringComparison.Ordinal)));
        var done = await lab.DoAsync<CleanResult>("clean");

        Assert.Equal((2, 2), (dry.Count, done.Count));
        Assert.Equal(["registered model staging.churn would be removed", "experiment old would be removed"], dry.Items.Select(Describe));
        Assert.Equal(["registered model staging.churn removed", "experiment old removed"], done.Items.Select(Describe));
        Assert.Equal(["staging.fresh", "staging.skewed", "staging.unreadable", "staging.untagged"], server.State.Models.Keys);
        Assert.Equal(["old"], server.State.Experiments.Where(experiment => experiment.IsDeleted).Select(experiment => experiment.Name));
        Assert.Equal((SandboxDiagnostics.ExpiryUnreadable, Severity.Warning), (lab.Host.Diagnostics[0].Descriptor, lab.Host.Diagnostics[0].Severity));
        Assert.Equal(
            ["registered-models/alias", "model-versions/delete", "registered-models/delete", "experiments/delete"],
            server.Requests.Where(request => request.Method == "DELETE" || request.Path.EndsWith("delete", StringComparison.Ordinal)).Select(request => request.Path["/api/2.0/mlflow/".Length..]));
    }

    [Fact]
    public async Task The_embedded_catalogs_of_all_environments_are_cleaned()
    {
        using var lab = new ReleaseLab();
        await using (var dev = await lab.OpenAsync("dev"))
        {
            await AddAsync(dev, "dev.old", ExpiryTag.At(Now.AddHours(-1)));
        }

        await using var staging = await lab.OpenAsync("staging");
        await AddAsync(staging, "staging.old", ExpiryTag.At(Now.AddHours(-1)));

        var first = await lab.DoAsync<CleanResult>("clean", ("Environment", "staging"));
        var second = await lab.DoAsync<CleanResult>("clean");

        Assert.Equal(["staging staging.old"], first.Items.Select(row => $"{row.Environment} {row.Name}"));
        Assert.Equal(["dev dev.old"], second.Items.Select(row => $"{row.Environment} {row.Name}"));
        Assert.Null(await staging.Registry.FindModelAsync(ModelName.Parse("staging.old"), default));
    }

    [Fact]
    public void Whatever_the_tags_only_what_has_expired_goes()
    {
        var value = Gen.OneOf(
            Gen.Choose(-100_000, 100_000).Select(string? (seconds) => ExpiryTag.At(Now.AddSeconds(seconds)).Value),
            Gen.Elements<string?>(null, "", "never", "2020-01-01", "2020-01-01T00:00:00", "-1", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
            ArbMap.Default.ArbFor<NonNull<string>>().Generator.Select(string? (text) => text.Get));
        Prop.ForAll(value.ArrayOf(6).ToArbitrary(), values => CheckAsync(values).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public async Task Two_cleaners_at_once_both_end_well()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await using var catalog = await lab.OpenUriAsync(server.Url);
        for (var number = 0; number < 10; number++)
        {
            await AddAsync(catalog, $"staging.m{number}", ExpiryTag.At(Now.AddHours(-1)));
            await catalog.Tracking.EnsureExperimentAsync($"e{number}", [ExpiryTag.At(Now.AddHours(-1))], default);
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => lab.DoAsync<CleanResult>("clean")));

        Assert.Empty(server.State.Models);
        Assert.All(server.State.Experiments.Skip(1), experiment => Assert.True(experiment.IsDeleted));
    }

    [Fact]
    public async Task What_cannot_be_removed_does_not_keep_the_rest_and_is_exit_code_6()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await using var catalog = await lab.OpenUriAsync(server.Url);
        await AddAsync(catalog, "staging.a", ExpiryTag.At(Now.AddHours(-1)));
        await AddAsync(catalog, "staging.b", ExpiryTag.At(Now.AddHours(-1)));
        server.Faults.Add(new("DELETE /api/2.0/mlflow/registered-models/delete", FaultMode.StatusBefore) { Status = 403 });

        var report = await lab.RunAsync("clean");

        Assert.Equal((ExitCode.RemoteFailure, 1), (report.ExitCode, ((CleanResult)report.Result!).Count));
        Assert.Equal(["staging.a"], server.State.Models.Keys);
        Assert.StartsWith("The registered model 'staging.a'", Assert.Single(report.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_names_what_has_not_expired_removes_nothing()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        await using var catalog = await lab.OpenUriAsync(server.Url);
        await AddAsync(catalog, "prod.churn", ExpiryTag.At(Now.AddHours(-1)));
        await lab.DoAsync<CleanResult>("clean", ("DryRun", "true"));
        server.State.Models["prod.churn"].Tags.Clear();
        server.Faults.Add(new("GET /api/2.0/mlflow/registered-models/search", FaultMode.StaleRead));

        var done = await lab.DoAsync<CleanResult>("clean");

        Assert.Equal(0, done.Count);
        Assert.Equal(["prod.churn"], server.State.Models.Keys);
    }

    private static async Task<bool> CheckAsync(string?[] values)
    {
        using var lab = new ReleaseLab();
        await using var catalog = await lab.OpenAsync("staging");
        for (var number = 0; number < values.Length; number++)
        {
            await AddAsync(catalog, $"m{number}", values[number] is { } text ? [new Tag(ExpiryTag.Key, text)] : []);
        }

        await lab.DoAsync<CleanResult>("clean", ("Environment", "staging"));

        var left = new HashSet<string>();
        await foreach (var model in catalog.Registry.ListModelsAsync(default))
        {
            left.Add(model.Name.Value);
        }

        return Enumerable.Range(0, values.Length).All(number => left.Contains($"m{number}") != MustGo(values[number]));
    }

    private static bool MustGo(string? value) =>
        DateTimeOffset.TryParseExact(
            value, "yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
        && time < Now.AddMinutes(-5);

    private static async Task AddAsync(ICatalog catalog, string name, params Tag[] tags) =>
        await catalog.Registry.EnsureModelAsync(ModelName.Parse(name), "", tags, default);

    private static string Describe(CleanRow row) => $"{row.Kind} {row.Name} {row.Action}";
}
