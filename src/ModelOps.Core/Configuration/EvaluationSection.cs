using ModelOps.Core.Contract;
using ModelOps.Evaluation;

namespace ModelOps.Core.Configuration;

/// <summary>Where the predictions of a model come from: rows that were held out from training.</summary>
public sealed record EvaluationSection
{
    [ConfigKey("What the model predicts.", Example = "binary")]
    public required EvaluationTask Task { get; init; }

    [ConfigKey("Which columns of the predictions hold what.")]
    public required PredictionColumnsSection Columns { get; init; }

    [ConfigKey("Program and arguments that write the predictions of a model, quoted as in a shell but run without one. {model} is the directory of the model, also in MODEL_URI; {predictions} the file to write, CSV or JSON lines; {data} the data; {metrics} a JSON file of metrics of your own.", Example = "python predict.py --model {model} --data {data} --output {predictions}")]
    public string? Run { get; init; }

    [ConfigKey("Directory in which the command runs, relative to this file. Default: that of this file.", Example = "pipelines")]
    public string? Directory { get; init; }

    [ConfigKey("File or directory of the held-out data, relative to this file. Predictions are kept for a model and its content.", Example = "data/holdout.csv")]
    public string? Data { get; init; }

    [ConfigKey("File of predictions among the artifacts of the run that a version belongs to, instead of run.", Example = "evaluation/predictions.csv")]
    public string? Artifact { get; init; }

    [ConfigKey("Format of the predictions that the command writes: csv or jsonl.", Example = "jsonl")]
    public string Format { get; init; } = "csv";

    [ConfigKey("Longest time that the command may take; its processes are ended then. Default: 30m.", Example = "20m")]
    public Duration Timeout { get; init; } = Duration.Parse("30m");

    [ConfigKey("Names of environment variables that the command gets as they are; others that look like secrets are taken away.", Example = "[FEATURE_STORE_TOKEN]")]
    public IReadOnlyList<string> PassEnvironment { get; init; } = [];
}
