using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Gates.Champion;

/// <summary>Comparison with the champion, or with a baseline while there is none.</summary>
public sealed record ChampionGateSection
{
    [ConfigKey("Whether the comparison blocks.")]
    public bool Enabled { get; init; } = true;

    [ConfigKey("Alias of the version to compare with.")]
    public AliasName Alias { get; init; } = AliasName.Champion;

    [ConfigKey("Environment whose registry has the champion; it is only read. Default: the one of the version that is judged.", Example = "prod")]
    public string? Environment { get; init; }

    [ConfigKey("Primary metric. Default: roc_auc or accuracy, rmse, ndcg, as the task is.", Example = "roc_auc")]
    public string? Metric { get; init; }

    [ConfigKey("What has to be shown.", Example = "non-inferior")]
    public Hypothesis Hypothesis { get; init; } = Hypothesis.Superior;

    [ConfigKey("Loss on the primary metric that is accepted, in its own unit. Superiority has none, the others need it.", Example = "0.002")]
    public double Tolerance { get; init; } = 0;

    [ConfigKey("How the evidence is weighed.", Example = "delong")]
    public ComparisonMethod Method { get; init; } = ComparisonMethod.Bootstrap;

    [ConfigKey("Bootstrap resamples.")]
    public int Resamples { get; init; } = 2000;

    [ConfigKey("Error probability of the one-sided test; the interval has the level 1 - 2 alpha.")]
    public double Alpha { get; init; } = 0.05;

    [ConfigKey("Seed of everything random.")]
    public int Seed { get; init; } = 17;

    [ConfigKey("Column of the predictions that names rows which belong together, such as a customer.", Example = "customer_id")]
    public string? Cluster { get; init; }

    [ConfigKey("Metrics that must not get worse beside the primary one.")]
    public IReadOnlyList<SecondaryMetricSection> Also { get; init; } = [];

    [ConfigKey("Whether the primary metric is compared on every slice too, corrected after Holm.")]
    public bool BySlice { get; init; } = false;

    [ConfigKey("Whether predictions that equal the champion's pass. Else they fail: a model compared with itself.")]
    public bool AllowIdentical { get; init; } = false;

    [ConfigKey("What is done when the rows do not decide.", Example = "canary")]
    public EvidencePolicy NotEnoughEvidence { get; init; } = EvidencePolicy.Keep;

    [ConfigKey("Whether a version of a model without evaluation may follow a champion: ask leaves it to a person (--allow-undecided), allow does not.", Example = "allow")]
    public NotComparedPolicy NotCompared { get; init; } = NotComparedPolicy.Ask;

    [ConfigKey("What a version is compared with while there is no champion.")]
    public BaselineSection Baseline { get; init; } = new();
}
