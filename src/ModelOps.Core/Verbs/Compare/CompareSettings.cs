using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Judging;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>Inputs of <c>compare</c>.</summary>
[Verb("compare", "Compares a challenger with the champion on the same rows: effect, interval, p and verdict.")]
public sealed record CompareSettings : PredictionSettings
{
    /// <summary>File of the predictions of the challenger, CSV or JSON lines.</summary>
    [Input("File of the predictions of the challenger, CSV or JSON lines. Default: those of the challenger in the registry.", Kind = InputKind.File, Example = "eval/challenger.csv")]
    public string? ChallengerPredictions { get; init; }

    /// <summary>File of the predictions of the champion, CSV or JSON lines.</summary>
    [Input("File of the predictions of the champion, CSV or JSON lines. Default: those of the champion in the registry, else the baseline.", Kind = InputKind.File, Example = "eval/champion.csv")]
    public string? ChampionPredictions { get; init; }

    /// <summary>Environment of modelops.yml whose registry has the versions.</summary>
    [Input("Environment of modelops.yml whose registry has the versions. Default: that of MLFLOW_TRACKING_URI, else the first.", Example = "staging")]
    public string? Environment { get; init; }

    /// <summary>Version that is the challenger.</summary>
    [Input("Version that is the challenger. Default: the one with --challenger-alias, else the newest.", Example = "7")]
    public int? Version { get; init; }

    /// <summary>Alias of the challenger.</summary>
    [Input("Alias of the challenger.", Example = "challenger")]
    public AliasName? ChallengerAlias { get; init; }

    /// <summary>Alias of the champion.</summary>
    [Input("Alias of the champion. Default: that of modelops.yml, else champion.", Example = "champion")]
    public AliasName? ChampionAlias { get; init; }

    /// <summary>Primary metric.</summary>
    [Input("Primary metric. Default: that of modelops.yml, else roc_auc or accuracy, rmse, ndcg, as the task is.", Example = "roc_auc")]
    public string? Metric { get; init; }

    /// <summary>What has to be shown.</summary>
    [Input("What has to be shown. Default: that of modelops.yml, else superior.", Example = "non-inferior")]
    public Hypothesis? Hypothesis { get; init; }

    /// <summary>Loss on the primary metric that is accepted, in its own unit.</summary>
    [Input("Loss on the primary metric that is accepted, in its own unit. Default: that of modelops.yml.", Example = "0.002")]
    public double? Tolerance { get; init; }

    /// <summary>How the evidence is weighed.</summary>
    [Input("How the evidence is weighed. Default: that of modelops.yml, else bootstrap.", Example = "delong")]
    public ComparisonMethod? Method { get; init; }

    /// <summary>Error probability of the one-sided test.</summary>
    [Input("Error probability of the one-sided test. Default: that of modelops.yml, else 0.05.", Example = "0.05")]
    public double? Alpha { get; init; }

    /// <summary>Bootstrap resamples.</summary>
    [Input("Bootstrap resamples. Default: those of modelops.yml, else 2000.", Example = "5000")]
    public int? Resamples { get; init; }

    /// <summary>Seed of everything random.</summary>
    [Input("Seed of everything random. Default: that of modelops.yml, else 17.", Example = "17")]
    public int? Seed { get; init; }

    /// <summary>Column that names rows which belong together.</summary>
    [Input("Column that names rows which belong together. Default: that of modelops.yml.", Example = "customer_id")]
    public string? Cluster { get; init; }

    /// <summary>Metric that is compared beside the primary one.</summary>
    [Input("Metric that is compared beside the primary one. Default: those of modelops.yml.", Example = "log_loss")]
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Compare the primary metric on every slice too, corrected after Holm.</summary>
    [Input("Compare the primary metric on every slice too, corrected after Holm.")]
    public bool BySlice { get; init; }

    /// <summary>Accept predictions that equal those of the champion.</summary>
    [Input("Accept predictions that equal those of the champion.")]
    public bool AllowIdentical { get; init; }

    /// <summary>What is done when the rows do not decide.</summary>
    [Input("What is done when the rows do not decide. Default: that of modelops.yml, else keep.", Example = "canary")]
    public EvidencePolicy? NotEnoughEvidence { get; init; }

    /// <summary>Run the evaluation's command even where its predictions are kept from before.</summary>
    [Input("Run the evaluation's command even where its predictions are kept from before.")]
    public bool Refresh { get; init; }

    /// <summary>File to write a report to: .html, .md or .json.</summary>
    [Input("File to write a report to: .html, .md or .json.", Kind = InputKind.OutputFile, Example = "artifacts/comparison.html")]
    public string? Report { get; init; }
}
