using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Adopt;
using ModelOps.Core.Verbs.Package;
using ModelOps.Core.Verbs.Promote;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Train;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Verbs;

/// <summary>Models that other MLflow clients left on a server, named by where they are.</summary>
public sealed class ReferencedModelTests
{
    private const string Api = "/api/2.0/mlflow";

    [UnixTheory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public async Task What_a_training_logged_is_registered_by_the_reference_that_train_gives(string release)
    {
        await using var sandbox = await SandboxLab.StartAsync((options, _) => options.BehavesLike = release);
        using var lab = new ReleaseLab(sandbox.Uri);
        var isMlflow3 = release == "3.11";
        lab.Environment["PATH"] = "/usr/bin:/bin";
        Configure(lab, File.ReadAllText(Path.Combine(lab.Path, "modelops.yml")));

        // The training waits until the test, which logs for it, has done so.
        var training = lab.RunAsync("train", ("Model", "diabetes"), ("Environment", "dev"));
        await WaitAsync(Path.Combine(lab.Path, "pipelines", "begun"));
        var (run, artifacts) = await StartRunAsync(sandbox, "dev.health.diabetes");
        var uri = isMlflow3 ? await LogModelAsync(sandbox, lab, run) : await LogArtifactsAsync(sandbox, lab, run, artifacts);
        File.WriteAllText(Path.Combine(lab.Path, "pipelines", "logged"), "");
        var report = await training;
        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var trained = (TrainResult)report.Result!;

        Assert.Equal((run, uri), (trained.Run, trained.ModelUri));
        var registered = await lab.DoAsync<RegisterResult>("register", ("Path", trained.ModelUri!), ("Environment", "dev"));
        var directory = await lab.DoAsync<PackageResult>("package", ("Path", "models/diabetes"), ("Output", "a.modelpkg"));
        Assert.Equal(directory.Digest, registered.Digest);

        // MLflow 3 takes runs:/ for the logged model of that name, too.
        var byRun = await lab.DoAsync<PackageResult>("package", ("Path", $"runs:/{run}/model"), ("Environment", "dev"), ("Output", "b.modelpkg"));
        Assert.Equal(directory.Digest, byRun.Digest);
    }

    [UnixTheory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public async Task A_version_that_another_client_registered_is_adopted_and_promoted(string release)
    {
        await using var sandbox = await SandboxLab.StartAsync((options, _) => options.BehavesLike = release);
        using var lab = new ReleaseLab(sandbox.Uri);
        var (run, artifacts) = await StartRunAsync(sandbox, "elsewhere");
        await LogArtifactsAsync(sandbox, lab, run, artifacts);
        await PostAsync(sandbox, "registered-models/create", new { name = "dev.health.diabetes" });
        await PostAsync(sandbox, "model-versions/create", new { name = "dev.health.diabetes", source = $"{artifacts}/model", run_id = run });

        var adopted = await lab.DoAsync<AdoptResult>("adopt", ("Model", "diabetes"), ("Environment", "dev"), ("All", "true"));
        var promoted = await lab.DoAsync<PromoteResult>("promote", ("Model", "diabetes"), ("To", "staging"), ("Version", "1"), ("Alias", "candidate"));

        Assert.Equal(adopted.Versions.Single().Digest, promoted.Digest);
    }

    private static void Configure(ReleaseLab lab, string configuration)
    {
        File.WriteAllText(Path.Combine(lab.Path, "modelops.yml"), configuration.Replace(
            "    path: models/diabetes\n", "    path: models/diabetes\n    train: {directory: pipelines}\n", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(lab.Path, "pipelines"));
        File.WriteAllText(Path.Combine(lab.Path, "pipelines", "MLproject"), "entry_points:\n  main: {command: \"sh train.sh\"}\n");
        File.WriteAllText(Path.Combine(lab.Path, "pipelines", "train.sh"), "touch begun; while [ ! -e logged ]; do sleep 0.1; done\n");
        lab.Git.Commit("training");
    }

    private static async Task<(string Run, string Artifacts)> StartRunAsync(SandboxLab sandbox, string name)
    {
        var experiment = (await PostAsync(sandbox, "experiments/create", new { name })).GetProperty("experiment_id").GetString();
        var start = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var info = (await PostAsync(sandbox, "runs/create", new { experiment_id = experiment, start_time = start })).GetProperty("run").GetProperty("info");
        return (info.GetProperty("run_id").GetString()!, info.GetProperty("artifact_uri").GetString()!);
    }

    private static async Task<string> LogArtifactsAsync(SandboxLab sandbox, ReleaseLab lab, string run, string artifacts)
    {
        await UploadAsync(sandbox, lab, $"{artifacts}/model");
        return $"runs:/{run}/model";
    }

    private static async Task<string> LogModelAsync(SandboxLab sandbox, ReleaseLab lab, string run)
    {
        var experiment = (await sandbox.CallAsync("GET", $"{Api}/runs/get?run_id={run}", "")).GetProperty("run").GetProperty("info").GetProperty("experiment_id").GetString();
        var model = (await PostAsync(sandbox, "logged-models", new { experiment_id = experiment, name = "model", source_run_id = run })).GetProperty("model").GetProperty("info");
        var id = model.GetProperty("model_id").GetString()!;
        await UploadAsync(sandbox, lab, model.GetProperty("artifact_uri").GetString()!);
        await sandbox.CallAsync("PATCH", $"{Api}/logged-models/{id}", JsonSerializer.Serialize(new { model_id = id, status = "LOGGED_MODEL_READY" }));
        return $"models:/{id}";
    }

    private static async Task UploadAsync(SandboxLab sandbox, ReleaseLab lab, string location)
    {
        var root = Path.Combine(lab.Path, "models", "diabetes");
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var path = $"{location["mlflow-artifacts:".Length..]}/{Path.GetRelativePath(root, file)}";
            using var answer = await sandbox.SendAsync("PUT", $"/api/2.0/mlflow-artifacts/artifacts{path}", new ByteArrayContent(await File.ReadAllBytesAsync(file)));
            Assert.True(answer.IsSuccessStatusCode, path);
        }
    }

    private static Task<JsonElement> PostAsync(SandboxLab sandbox, string call, object body) => sandbox.CallAsync("POST", $"{Api}/{call}", JsonSerializer.Serialize(body));

    private static async Task WaitAsync(string file)
    {
        for (var tries = 0; !File.Exists(file) && tries < 600; tries++)
        {
            await Task.Delay(50);
        }
    }
}
