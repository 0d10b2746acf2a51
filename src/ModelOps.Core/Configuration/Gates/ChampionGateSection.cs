using ModelOps.Abstractions.Registry;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Configuration.Gates;

/// <summary>Comparison with the champion, or with a baseline while there is none.</summary>
public sealed record ChampionGateSection
{
    /// <summary>Whether the comparison blocks.</summary>
    [ConfigKey("Whether the comparison blocks.")]
    public bool Enabled { get; init; } = true;

    /// <summary>Alias of the version to compare with.</summary>
    [ConfigKey("Alias of the version to compare with.")]
    public AliasName Alias { get; init; } = AliasName.Champion;

    /// <summary>Environment whose registry has the champion. Default: the one of the version that is judged.</summary>
    [ConfigKey("Environment whose registry has the champion; it is only read. Default: the one of the version that is judged.", Example = "prod")]
    public string? Environment { get; init; }

    /// <summary>Primary metric. Default: roc_auc or accuracy, rmse, ndcg, as the task is.</summary>
    [ConfigKey("Primary metric. Default: roc_auc or accuracy, rmse, ndcg, as the task is.", Example = "roc_auc")]
    public string? Metric { get; init; }

    /// <summary>What has to be shown.</summary>
    [ConfigKey("What has to be shown.", Example = "non-inferior")]
    public Hypothesis Hypothesis { get; init; } = Hypothesis.Superior;

    /// <summary>Loss on the primary metric that is accepted, in its own unit. Superiority has none, the others need it.</summary>
    [ConfigKey("Loss on the primary metric that is accepted, in its own unit. Superiority has none, the others need it.", Example = "0.002")]
    public double Tolerance { get; init; } = 0;

    /// <summary>How the evidence is weighed.</summary>
    [ConfigKey("How the evidence is weighed.", Example = "delong")]
    public ComparisonMethod Method { get; init; } = ComparisonMethod.Bootstrap;

    /// <summary>Bootstrap resamples.</summary>
    [ConfigKey("Bootstrap resamples.")]
    public int Resamples { get; init; } = 2000;

    /// <summary>Error probability of the one-sided test; the interval has the level 1 - 2 alpha.</summary>
    [ConfigKey("Error probability of the one-sided test; the interval has the level 1 - 2 alpha.")]
    public double Alpha { get; init; } = 0.05;

    /// <summary>Seed of everything random.</summary>
    [ConfigKey("Seed of everything random.")]
    public int Seed { get; init; } = 17;

    /// <summary>Column of the predictions that names rows which belong together, such as a customer.</summary>
    [ConfigKey("Column of the predictions that names rows which belong together, such as a customer.", Example = "customer_id")]
    public string? Cluster { get; init; }

    /// <summary>Metrics that must not get worse beside the primary one.</summary>
    [ConfigKey("Metrics that must not get worse beside the primary one.")]
    public IReadOnlyList<SecondaryMetricSection> Also { get; init; } = [];

    /// <summary>Whether the primary metric is compared on every slice too, corrected after Holm.</summary>
    [ConfigKey("Whether the primary metric is compared on every slice too, corrected after Holm.")]
    public bool BySlice { get; init; } = false;

    /// <summary>Whether predictions that equal the champion's pass. Else they fail: a model compared with itself.</summary>
    [ConfigKey("Whether predictions that equal the champion's pass. Else they fail: a model compared with itself.")]
    public bool AllowIdentical { get; init; } = false;

    /// <summary>What is done when the rows do not decide.</summary>
    [ConfigKey("What is done when the rows do not decide.", Example = "canary")]
    public EvidencePolicy NotEnoughEvidence { get; init; } = EvidencePolicy.Keep;

    /// <summary>What a version is compared with while there is no champion.</summary>
    [ConfigKey("What a version is compared with while there is no champion.")]
    public BaselineSection Baseline { get; init; } = new();
}
