using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>Real answers to the calls that create, each amid the reads that go with it.</summary>
public sealed class CreationReplayTests
{
    private const string Exists = "RESOURCE_ALREADY_EXISTS";
    private const string Missing = "RESOURCE_DOES_NOT_EXIST";

    public static TheoryData<string> Versions => [.. Capture.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_model_is_there_after_its_creation_or_that_of_someone_else(string version)
    {
        await using var server = await ReplayServer.StartAsync();
        foreach (var capture in Capture.Read(version, "registered-models-create"))
        {
            server.Script["POST mlflow/registered-models/create"] = [capture];
            var failure = await Record.ExceptionAsync(() => server.Catalog.Registry.EnsureModelAsync(Registered.Churn, "", default));

            CheckFailure(capture, failure, isGood: capture.Status == 200 || capture.Text.Contains(Exists, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_experiment_has_the_id_of_its_creation_or_of_that_by_someone_else(string version)
    {
        await using var server = await ReplayServer.StartAsync();
        var theirs = Capture.Read(version, "experiments-get-by-name").First(capture => capture.Status == 200);
        var theirId = theirs.Json.GetProperty("experiment").GetProperty("experiment_id").GetString();
        foreach (var capture in Capture.Read(version, "experiments-create"))
        {
            var exists = capture.Text.Contains(Exists, StringComparison.Ordinal);
            server.Script["POST mlflow/experiments/create"] = [capture];
            server.Script["GET mlflow/experiments/get-by-name"] = exists ? [ReplayServer.Nothing, theirs] : [ReplayServer.Nothing];
            string? id = null;
            var failure = await Record.ExceptionAsync(async () => id = await server.Catalog.Tracking.EnsureExperimentAsync("x", default));

            CheckFailure(capture, failure, isGood: capture.Status == 200 || exists);
            Assert.Equal(capture.Status == 200 ? capture.Json.GetProperty("experiment_id").GetString() : exists ? theirId : null, id);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_new_version_is_read_from_the_answer(string version)
    {
        await using var server = await ReplayServer.StartAsync();
        server.Script["GET mlflow/model-versions/search"] = [ReplayServer.Nothing with { Status = 200, Text = "{}" }];
        var draft = new VersionDraft { Model = Registered.Churn, RunId = "r", RunArtifactUri = "mlflow-artifacts:/1/r/artifacts", Tags = [] };
        foreach (var capture in Capture.Read(version, "model-versions-create"))
        {
            server.Script["POST mlflow/model-versions/create"] = [capture];
            ModelVersion? created = null;
            var failure = await Record.ExceptionAsync(
                async () => created = (await server.Catalog.Registry.AddVersionAsync(draft, new MemoryContent(), default)).Version);

            CheckFailure(capture, failure, isGood: capture.Status == 200);
            if (capture.Status == 200)
            {
                CaptureReplayTests.Check(created, capture.Json.GetProperty("model_version"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_alias_is_set_when_the_server_says_so_and_shows_it(string version)
    {
        await using var server = await ReplayServer.StartAsync();
        var models = Capture.Read(version, "registered-models-get").Where(capture => capture.Status == 200).ToList();
        var before = OfChurn(models.First(capture => !capture.Text.Contains("aliases", StringComparison.Ordinal)));
        var after = OfChurn(models.First(capture => capture.Text.Contains("aliases", StringComparison.Ordinal)));
        var alias = after.Json.GetProperty("registered_model").GetProperty("aliases")[0];
        var move = new AliasMove(
            Registered.Churn,
            AliasName.Parse(alias.GetProperty("alias").GetString()!),
            int.Parse(alias.GetProperty("version").GetString()!, CultureInfo.InvariantCulture),
            null);
        foreach (var capture in Capture.Read(version, "registered-models-alias-set"))
        {
            server.Script["GET mlflow/registered-models/get"] = [before, after];
            server.Script["POST mlflow/registered-models/alias"] = [capture];
            var failure = await Record.ExceptionAsync(() => server.Catalog.Registry.MoveAliasAsync(move, default));

            CheckFailure(capture, failure, isGood: capture.Status == 200);
        }
    }

    // The two were captured of two models.
    private static Capture OfChurn(Capture capture) => capture with
    {
        Text = capture.Text.Replace($"\"{capture.Json.GetProperty("registered_model").GetProperty("name").GetString()}\"", $"\"{Registered.Churn}\"", StringComparison.Ordinal),
    };

    private static void CheckFailure(Capture capture, Exception? failure, bool isGood)
    {
        if (isGood)
        {
            Assert.True(failure is null, $"{capture}: {failure}");
            return;
        }

        var told = Assert.IsType<ModelOpsException>(failure);
        Assert.Equal(ExitCode.RemoteFailure, told.ExitCode);
        if (capture.Text.Contains(Missing, StringComparison.Ordinal))
        {
            Assert.Contains(Registered.Churn.Value, told.Message, StringComparison.Ordinal);
            return;
        }

        Assert.Equal("MOP2003", told.Diagnostics[0].Code);
        if (capture.ContentType == "application/json")
        {
            Assert.Contains(capture.Json.GetProperty("error_code").GetString()!, told.Message, StringComparison.Ordinal);
        }
    }
}
