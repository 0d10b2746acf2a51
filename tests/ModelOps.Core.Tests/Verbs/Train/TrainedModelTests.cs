using ModelOps.Core.Tests.Sources;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Train;
using ModelOps.FileStore;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Train;

/// <summary>Trainings that log as MLflow does, to a store of files that a shell script can write.</summary>
public sealed class TrainedModelTests : IDisposable
{
    private const string Logged = "m-0123456789abcdef0123456789abcdef";

    private readonly ReleaseLab _lab = new() { MoreBackends = [new FileStoreBackend()] };
    private readonly MlrunsLab _prepared;

    public TrainedModelTests()
    {
        _prepared = new(At("prepared"));
        File.WriteAllText(At("modelops.yml"), File.ReadAllText(At("modelops.yml")).Replace(
            "    path: models/diabetes\n", "    path: models/diabetes\n    train: {directory: pipelines}\n", StringComparison.Ordinal)
            .Replace("\nbranches:", "  training: {tracking_uri: 'file:mlruns'}\n\nbranches:", StringComparison.Ordinal));
        Directory.CreateDirectory(At("pipelines"));
        File.WriteAllText(At("pipelines/MLproject"), "entry_points:\n  main: {command: \"sh train.sh\"}\n");

        // A run of before, which must not be taken for the training's.
        new MlrunsLab(At("mlruns")).AddExperiment("diabetes").AddRun("0ld");
        _lab.Environment["PATH"] = "/usr/bin:/bin";
    }

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task Train_then_register_is_two_lines_with_a_logged_model_of_MLflow_3()
    {
        Logs(lab => lab.AddRun("aaaa", modelPath: null, start: Later).AddLoggedModel(Logged, "aaaa"));

        var trained = await TrainAsync();
        var registered = await _lab.DoAsync<RegisterResult>("register", ("Path", trained.ModelUri!), ("From", "training"), ("Model", "diabetes"), ("Environment", "dev"));

        Assert.Equal(("aaaa", $"models:/{Logged}"), (trained.Run, trained.ModelUri));
        Assert.True(registered.Created);
    }

    [UnixFact]
    public async Task A_model_among_the_artifacts_of_MLflow_2_is_named_by_its_path()
    {
        // MLflow keeps a copy of MLmodel in the metadata of a model, which is no model of its own.
        Logs(lab => lab.AddRun("bbbb", "deep/estimator", Later).AddRun("bbbb", "deep/estimator/metadata", Later));

        var trained = await TrainAsync();

        Assert.Equal(("bbbb", "runs:/bbbb/deep/estimator"), (trained.Run, trained.ModelUri));
    }

    [UnixFact]
    public async Task Of_several_models_of_a_run_the_usual_one_is_meant()
    {
        Logs(lab => lab.AddRun("cccc", "model", Later).AddRun("cccc", "best_estimator", Later));

        Assert.Equal("runs:/cccc/model", (await TrainAsync()).ModelUri);
        Assert.Empty(_lab.Host.Diagnostics);
    }

    [UnixFact]
    public async Task Several_runs_with_a_model_are_said_and_none_is_guessed()
    {
        Logs(lab => lab.AddRun("dddd", "model", Later).AddRun("eeee", "model", Later.AddSeconds(1)).AddRun("ffff", modelPath: null, Later.AddSeconds(2)));

        var trained = await TrainAsync();

        Assert.Equal(("eeee", (string?)null), (trained.Run, trained.ModelUri));
        var warning = Assert.Single(_lab.Host.Diagnostics);
        Assert.Equal("MOP2310", warning.Code);
        Assert.Contains("runs:/eeee/model, runs:/dddd/model", warning.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_run_that_the_training_was_given_is_the_one()
    {
        File.WriteAllText(At("modelops.yml"), File.ReadAllText(At("modelops.yml")).Replace("{directory: pipelines}", "{directory: pipelines, pass_environment: [MLFLOW_RUN_ID]}", StringComparison.Ordinal));
        _lab.Environment["MLFLOW_RUN_ID"] = "0ld";
        Logs(lab => lab.AddRun("dddd", "model", Later));

        Assert.Equal(("0ld", "runs:/0ld/model"), await TrainAsync() is var trained ? (trained.Run, trained.ModelUri) : default);
    }

    [UnixFact]
    public async Task A_training_that_logs_nothing_has_no_run()
    {
        Logs(_ => { });

        Assert.Equal(((string?)null, (string?)null), await TrainAsync() is var trained ? (trained.Run, trained.ModelUri) : default);
        Assert.Empty(_lab.Host.Diagnostics);
    }

    [UnixFact]
    public async Task What_cannot_be_read_is_a_warning_of_a_training_that_went_well()
    {
        File.WriteAllText(At("pipelines/train.sh"), "printf 'name: [' > ../mlruns/895387645806649699/meta.yaml\n");

        Assert.Null((await TrainAsync()).Run);
        Assert.Equal("MOP2311", Assert.Single(_lab.Host.Diagnostics).Code);
    }

    // The script copies what is prepared here; its runs begin after the test does.
    private static DateTimeOffset Later => TimeProvider.System.GetUtcNow().AddMinutes(1);

    private void Logs(Action<MlrunsLab> prepare)
    {
        Directory.CreateDirectory(_prepared.Root);
        prepare(_prepared);
        File.WriteAllText(At("pipelines/train.sh"), "cp -R ../prepared/. ../mlruns/\n");
    }

    private Task<TrainResult> TrainAsync() => _lab.DoAsync<TrainResult>("train", ("Model", "diabetes"), ("Environment", "training"));

    private string At(string relative) => Path.Combine(_lab.Path, relative);
}
