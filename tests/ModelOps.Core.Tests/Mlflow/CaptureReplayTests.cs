using System.Globalization;
using System.Text.Json;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class CaptureReplayTests
{
    private static readonly Dictionary<string, (Func<ICatalog, ModelName, Task<object?>> Ask, Action<object?, JsonElement> Check)> Reads = new(StringComparer.Ordinal)
    {
        ["registered-models-get"] = (
            async (catalog, name) => await catalog.Registry.FindModelAsync(name, default),
            (found, json) => Check((RegisteredModel?)found, json.GetProperty("registered_model"))),
        ["registered-models-search"] = (
            async (catalog, name) => await catalog.Registry.ListModelsAsync(default).ToListAsync(),
            (found, json) => CheckAll<RegisteredModel>(
                found, List(json, "registered_models").Where(model => ModelName.TryParse(model.GetProperty("name").GetString()!, out _)), Check)),
        ["model-versions-get"] = (
            async (catalog, name) => await catalog.Registry.FindVersionAsync(name, 1, default),
            (found, json) => Check((ModelVersion?)found, json.GetProperty("model_version"))),
        ["model-versions-search"] = (
            async (catalog, name) => await catalog.Registry.ListVersionsAsync(ModelName.Parse("m1"), null, default).ToListAsync(),
            (found, json) => CheckAll<ModelVersion>(
                found, List(json, "model_versions").Where(version => version.GetProperty("name").GetString() == "m1"), Check)),
        ["experiments-get-by-name"] = (
            async (catalog, name) => await catalog.Tracking.FindExperimentAsync("x", default),
            (found, json) => Assert.Equal(json.GetProperty("experiment").GetProperty("experiment_id").GetString(), found)),
        ["runs-get"] = (
            async (catalog, name) => await catalog.Tracking.FindRunAsync("x", default),
            (found, json) => Check((Run?)found, json.GetProperty("run"))),
        ["runs-search"] = (
            async (catalog, name) => await catalog.Tracking.ListRunsAsync("1", null, default).ToListAsync(),
            (found, json) => CheckAll<Run>(found, List(json, "runs"), Check)),
    };

    private static readonly Dictionary<string, Func<ICatalog, Task>> Writes = new(StringComparer.Ordinal)
    {
        ["registered-models-alias-delete"] = catalog => catalog.Registry.DeleteAliasAsync(Registered.Churn, AliasName.Champion, default),
        ["model-versions-set-tag"] = catalog => catalog.Registry.SetVersionTagAsync(Registered.Churn, 1, new("k", "v"), default),
        ["runs-log-batch"] = catalog => catalog.Tracking.SetRunTagsAsync("x", [new("k", "v")], default),
        ["runs-update"] = catalog => catalog.Tracking.EndRunAsync("x", RunStatus.Finished, Registered.Start, default),
        ["runs-create"] = catalog => catalog.Tracking.CreateRunAsync(new("1", "n", Registered.Start, []), default),
        ["mlflow-artifacts-put"] = catalog => catalog.Artifacts.UploadAsync("mlflow-artifacts:/1/x", "a", _ => Task.FromResult<Stream>(new MemoryStream()), 0, default),
        ["server-misc"] = catalog => catalog.Registry.SetVersionTagAsync(Registered.Churn, 1, new("k", "v"), default),
    };

    [Theory]
    [MemberData(nameof(ReadCases))]
    public async Task A_real_answer_to_a_read_is_understood(string version, string endpoint)
    {
        await using var server = await ReplayServer.StartAsync();
        var read = 0;
        foreach (var capture in Capture.Read(version, endpoint).Where(capture => capture.Status == 200))
        {
            server.Answer = capture;
            Reads[endpoint].Check(await Reads[endpoint].Ask(server.Catalog, NameIn(capture)), capture.Json);
            read++;
        }

        Assert.NotEqual(0, read);
    }

    [Theory]
    [MemberData(nameof(ReadCases))]
    [MemberData(nameof(WriteCases))]
    public async Task A_real_error_becomes_a_diagnostic_with_the_words_of_the_server(string version, string endpoint)
    {
        await using var server = await ReplayServer.StartAsync();
        foreach (var capture in Capture.Read(version, endpoint).Where(capture => capture.Status != 200))
        {
            server.Answer = capture;
            var isRead = Reads.TryGetValue(endpoint, out var read);
            var call = isRead ? read.Ask(server.Catalog, Registered.Churn) : Writes[endpoint](server.Catalog);
            var failure = await Record.ExceptionAsync(() => call);
            if (capture.Text.Contains("RESOURCE_DOES_NOT_EXIST", StringComparison.Ordinal))
            {
                // A read gives null; a write is refused, but for an alias that is to go.
                Assert.Equal(!isRead && endpoint != "registered-models-alias-delete", failure is ModelOpsException { ExitCode: ExitCode.RemoteFailure });
                continue;
            }

            var told = Assert.IsType<ModelOpsException>(failure);
            Assert.Equal(ExitCode.RemoteFailure, told.ExitCode);
            Assert.Contains(told.Diagnostics[0].Code, Expected(capture));
            if (IsError(capture, out var code, out var message))
            {
                Assert.Contains(code, told.Message, StringComparison.Ordinal);
                Assert.Contains(message[..Math.Min(message.Length, 40)].Split('\n')[0].TrimEnd('.'), told.Message, StringComparison.Ordinal);
            }

            Assert.True(told.Message.Length < 1000, capture.ToString());
        }
    }

    [Theory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public async Task A_real_answer_to_a_write_is_understood(string version)
    {
        await using var server = await ReplayServer.StartAsync();
        foreach (var (endpoint, write) in Writes.Where(write => write.Key != "server-misc"))
        {
            server.Answer = Capture.Read(version, endpoint).First(capture => capture.Status == 200);
            await write(server.Catalog);
        }
    }

    [Theory]
    [InlineData("registered-models-get")]
    [InlineData("model-versions-get")]
    public async Task An_answer_about_another_model_than_was_asked_for_is_refused(string endpoint)
    {
        await using var server = await ReplayServer.StartAsync();
        server.Answer = Capture.Read("3.11", endpoint).First(capture => capture.Status == 200);

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => Reads[endpoint].Ask(server.Catalog, ModelName.Parse("somebody else's")));

        Assert.Equal((ExitCode.BadInput, "MOP2203"), (failure.ExitCode, Assert.Single(failure.Diagnostics).Code));
    }

    // The model that a real client asked for: an answer about another one is refused.
    private static ModelName NameIn(Capture capture) => ModelName.Parse(new[] { "registered_model", "model_version" }
        .Select(part => capture.Json.TryGetProperty(part, out var found) ? found.GetProperty("name").GetString()! : null)
        .OfType<string>()
        .FirstOrDefault("churn"));

    public static TheoryData<string, string> ReadCases() => Cases(Reads.Keys);

    public static TheoryData<string, string> WriteCases() => Cases(Writes.Keys);

    private static TheoryData<string, string> Cases(IEnumerable<string> endpoints)
    {
        var cases = new TheoryData<string, string>();
        foreach (var endpoint in endpoints)
        {
            foreach (var version in Capture.Versions)
            {
                cases.Add(version, endpoint);
            }
        }

        return cases;
    }

    private static void CheckAll<T>(object? found, IEnumerable<JsonElement> expected, Action<T, JsonElement> check)
    {
        var items = (List<T>)found!;
        var elements = expected.ToList();
        Assert.Equal(elements.Count, items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            check(items[index], elements[index]);
        }
    }

    private static IEnumerable<JsonElement> List(JsonElement json, string name) => json.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static int Number(JsonElement versioned) => int.Parse(versioned.GetProperty("version").GetString()!, CultureInfo.InvariantCulture);

    private static string[] Expected(Capture capture) => capture.Status switch
    {
        403 when capture.Text.StartsWith("Invalid Host header", StringComparison.Ordinal) => ["MOP2116"],
        403 when !IsError(capture, out _, out _) && capture.Text != "Permission denied" => ["MOP2115"],
        401 or 403 => ["MOP2004"],
        < 400 or 405 => ["MOP2005"],
        404 => ["MOP2005"],
        _ => ["MOP2003"],
    };

    private static bool IsError(Capture capture, out string code, out string message)
    {
        var isError = capture.ContentType == "application/json" && capture.Json.ValueKind == JsonValueKind.Object && capture.Json.TryGetProperty("error_code", out _);
        (code, message) = isError ? (capture.Json.GetProperty("error_code").GetString()!, capture.Json.GetProperty("message").GetString()!) : ("", "");
        return isError;
    }

    private static void Check(RegisteredModel? model, JsonElement expected)
    {
        Assert.Equal(expected.GetProperty("name").GetString(), model!.Name.Value);
        var aliases = List(expected, "aliases").Select(alias => (alias.GetProperty("alias").GetString()!.ToLowerInvariant(), Number(alias)));
        Assert.Equal(aliases.Order(), model.Aliases.Select(alias => (alias.Key, alias.Value)).Order());
    }

    internal static void Check(ModelVersion? version, JsonElement expected)
    {
        Assert.Equal(expected.GetProperty("name").GetString(), version!.Model.Value);
        Assert.Equal(Number(expected), version.Version);
        Assert.Equal(expected.GetProperty("source").GetString(), version.Source);
        Assert.Equal(expected.GetProperty("run_id").GetString(), version.RunId ?? "");
        Assert.Equal(expected.GetProperty("creation_timestamp").GetInt64(), version.CreatedAt.ToUnixTimeMilliseconds());
        Assert.Equal(VersionStatus.Ready, version.Status);
        CheckTags(expected, version.Tags);
    }

    private static void Check(Run? run, JsonElement expected)
    {
        var info = expected.GetProperty("info");
        Assert.Equal(info.GetProperty("run_id").GetString(), run!.Id);
        Assert.Equal(info.GetProperty("status").GetString(), run.Status.ToString().ToUpperInvariant());
        Assert.Equal(info.GetProperty("artifact_uri").GetString(), run.ArtifactUri);
        Assert.Equal(info.GetProperty("start_time").GetInt64(), run.StartedAt.ToUnixTimeMilliseconds());
        CheckTags(expected.GetProperty("data"), run.Tags);
        var metrics = List(expected.GetProperty("data"), "metrics").Select(metric => (metric.GetProperty("key").GetString()!, Value(metric.GetProperty("value"))));
        Assert.Equal(metrics.Order(), run.Metrics.Select(metric => (metric.Key, metric.Value)).Order());
    }

    private static double Value(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture)
        : value.GetDouble();

    private static void CheckTags(JsonElement expected, IReadOnlyDictionary<string, string> tags) => Assert.Equal(
        List(expected, "tags").Select(tag => (tag.GetProperty("key").GetString()!, tag.GetProperty("value").GetString()!)).Order(),
        tags.Select(tag => (tag.Key, tag.Value)).Order());
}
