using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Judging;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>Inputs of <c>compare</c>.</summary>
[Verb("compare", "Compares a challenger with the champion on the same rows: effect, interval, p and verdict.")]
public sealed record CompareSettings : PredictionSettings
{
    [Input("File of the predictions of the challenger, CSV or JSON lines. Default: those of the challenger in the registry.", IsPositional = true, Kind = InputKind.File, Example = "eval/challenger.csv")]
    public string? ChallengerPredictions { get; init; }

    [Input("File of the predictions of the champion, CSV or JSON lines. Default: those of the champion in the registry, else the baseline.", Kind = InputKind.File, Example = "eval/champion.csv")]
    public string? ChampionPredictions { get; init; }

    [Input("Environment of modelops.yml whose registry has the versions. Default: that of MLFLOW_TRACKING_URI, else the first.", Example = "staging")]
    public string? Environment { get; init; }

    [Input("Version that is the challenger. Default: the one with --challenger-alias, else the newest.", Example = "7")]
    public int? Version { get; init; }

    [Input("Alias of the challenger.", Example = "challenger")]
    public AliasName? ChallengerAlias { get; init; }

    [Input("Alias of the champion. Default: that of modelops.yml, else champion.", Example = "champion")]
    public AliasName? ChampionAlias { get; init; }

    [Input("Primary metric. Default: that of modelops.yml, else roc_auc or accuracy, rmse, ndcg, as the task is.", Example = "roc_auc")]
    public string? Metric { get; init; }

    [Input("What has to be shown. Default: that of modelops.yml, else superior.", Example = "non-inferior")]
    public Hypothesis? Hypothesis { get; init; }

    [Input("Loss on the primary metric that is accepted, in its own unit. Default: that of modelops.yml.", Example = "0.002")]
    public double? Tolerance { get; init; }

    [Input("How the evidence is weighed. Default: that of modelops.yml, else bootstrap.", Example = "delong")]
    public ComparisonMethod? Method { get; init; }

    [Input("Error probability of the one-sided test. Default: that of modelops.yml, else 0.05.", Example = "0.05")]
    public double? Alpha { get; init; }

    [Input("Bootstrap resamples. Default: those of modelops.yml, else 2000.", Example = "5000")]
    public int? Resamples { get; init; }

    [Input("Seed of everything random. Default: that of modelops.yml, else 17.", Example = "17")]
    public int? Seed { get; init; }

    [Input("Column that names rows which belong together. Default: that of modelops.yml.", Example = "customer_id")]
    public string? Cluster { get; init; }

    [Input("Metric that is compared beside the primary one. Default: those of modelops.yml.", Example = "log_loss")]
    public IReadOnlyList<string> Also { get; init; } = [];

    [Input("Compare the primary metric on every slice too, corrected after Holm.")]
    public bool BySlice { get; init; }

    [Input("Accept predictions that equal those of the champion.")]
    public bool AllowIdentical { get; init; }

    [Input("What is done when the rows do not decide. Default: that of modelops.yml, else keep.", Example = "canary")]
    public EvidencePolicy? NotEnoughEvidence { get; init; }

    [Input("Run the evaluation's command even where its predictions are kept from before.")]
    public bool Refresh { get; init; }

    [Input("File to write a report to: .html, .md or .json.", Kind = InputKind.OutputFile, Example = "artifacts/comparison.html")]
    public string? Report { get; init; }
}
