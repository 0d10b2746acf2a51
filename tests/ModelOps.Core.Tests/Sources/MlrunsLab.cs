using System.Globalization;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Sources;

/// <summary>Writes an mlruns directory as MLflow's file store lays it out, with the paths of the machine that trained.</summary>
/// <param name="root">Full path of the directory.</param>
internal sealed class MlrunsLab(string root)
{
    public const string Experiment = "895387645806649699";

    /// <summary>Root of the store on the machine that wrote it.</summary>
    private const string Recorded = "file:///C:/Users/someone/my%20project/mlruns";

    public string Root => root;

    /// <summary>An experiment, active unless it says otherwise.</summary>
    public MlrunsLab AddExperiment(string name, string id = Experiment)
    {
        Write($"{id}/meta.yaml", $"artifact_location: {Recorded}/{id}\nexperiment_id: '{id}'\nlifecycle_stage: active\nname: {name}\n");
        return this;
    }

    /// <summary>A run of MLflow 2, whose model is among its artifacts; none when the path is null.</summary>
    public MlrunsLab AddRun(string run, string? modelPath = "model", DateTimeOffset? start = null, string? artifactUri = null)
    {
        var began = (start ?? DateTimeOffset.UnixEpoch.AddDays(20_000)).ToUnixTimeMilliseconds();
        Write($"{Experiment}/{run}/meta.yaml", string.Create(
            CultureInfo.InvariantCulture,
            $"artifact_uri: {artifactUri ?? $"{Recorded}/{Experiment}/{run}/artifacts"}\nend_time: null\nexperiment_id: '{Experiment}'\nlifecycle_stage: active\nrun_id: {run}\nrun_name: gifted-finch\nrun_uuid: {run}\nstart_time: {began}\nstatus: 3\ntags: []\nuser_id: someone\n"));
        Write($"{Experiment}/{run}/tags/mlflow.user", "someone");
        Write($"{Experiment}/{run}/params/alpha", "0.5");
        Write($"{Experiment}/{run}/metrics/val/rmse", "1754589497000 0.7 0\n1754589498000 0.5 1\n1754589496000 0.9 0\n");
        if (modelPath is not null)
        {
            TestFiles.CopyDirectory(TestFiles.Model("2.x-iris-classifier"), At($"{Experiment}/{run}/artifacts/{modelPath}"));
        }

        return this;
    }

    /// <summary>A logged model of MLflow 3 that a run made.</summary>
    public MlrunsLab AddLoggedModel(string id, string run, string name = "model", int status = 2, long created = 1_754_589_488_741)
    {
        var place = $"{Experiment}/models/{id}";
        Write($"{place}/meta.yaml", string.Create(
            CultureInfo.InvariantCulture,
            $"artifact_location: {Recorded}/{place}/artifacts\ncreation_timestamp: {created}\nexperiment_id: '{Experiment}'\nmodel_id: {id}\nmodel_type: null\nname: {name}\nsource_run_id: {run}\nstatus: {status}\nstatus_message: null\n"));
        Write($"{Experiment}/{run}/outputs/{id}/meta.yaml", $"destination_id: {id}\ndestination_type: MODEL_OUTPUT\nsource_id: {id}\nsource_type: RUN_OUTPUT\nstep: 0\ntags: {{}}\n");
        TestFiles.CopyDirectory(TestFiles.Model("3.x-diabetes-regressor"), At($"{place}/artifacts"));
        return this;
    }

    /// <summary>A version of a registered model.</summary>
    public MlrunsLab AddVersion(string model, int version, string source, string? storage = null, string stage = "None")
    {
        Write($"models/{model}/meta.yaml", $"aliases: {{}}\ncreation_timestamp: 1754670286480\ndescription: Wine\nname: {model}\n");
        Write($"models/{model}/version-{version}/meta.yaml",
            $"aliases: []\ncreation_timestamp: 1754670286528\ncurrent_stage: {stage}\ndescription: ''\nname: {model}\nparams: null\nrun_id: ''\nsource: {source}\nstatus: READY\nstatus_message: null\nstorage_location: {storage ?? "null"}\nversion: {version}\n");
        return this;
    }

    /// <summary>A place on the machine that wrote the store.</summary>
    public static string Place(string relative) => $"{Recorded}/{relative}";

    public string At(string relative) => Path.Combine(root, Path.Combine(relative.Split('/')));

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), text);
    }
}
