using ModelOps.Core.Contract;
using ModelOps.Core.Judging;

namespace ModelOps.Core.Verbs.Evaluate;

/// <summary>Inputs of <c>evaluate</c>.</summary>
[Verb("evaluate", "Computes the metrics of a file of predictions, and logs them to a run when it names one.")]
public sealed record EvaluateSettings : PredictionSettings
{
    [Input("File of predictions, CSV or JSON lines.", IsPositional = true, Kind = InputKind.File, Example = "eval/predictions.csv")]
    public required string Predictions { get; init; }

    [Input("Metric to compute. Default: all metrics of the task.", Example = "roc_auc")]
    public IReadOnlyList<string> Metric { get; init; } = [];

    [Input("Rows that a slice needs to be shown.", Example = "100")]
    public int MinRows { get; init; } = 1;

    [Input("File of the inputs that the predictions were made on, for a profile.", Kind = InputKind.File, Example = "data/holdout.csv")]
    public string? Inputs { get; init; }

    [Input("File to write the profile of the inputs to, for the data gate.", Kind = InputKind.OutputFile, Example = "data/training.profile.json")]
    public string? Profile { get; init; }

    [Input("File to write a report to: .html, .md or .json.", Kind = InputKind.OutputFile, Example = "artifacts/evaluation.html")]
    public string? Report { get; init; }

    [Input("ID of a run that is there, under way or ended: it gets the metrics and what they are of as parameters.", Example = "0f4f3a1c7d2b4a0e9f6d5c8b7a691e42")]
    public string? Run { get; init; }

    [Input("Environment of modelops.yml whose tracking store has the run. Default: that of MLFLOW_TRACKING_URI, else the first.", Example = "staging")]
    public string? Environment { get; init; }

    [Input("Compute all and log nothing to the run.")]
    public bool DryRun { get; init; }
}
