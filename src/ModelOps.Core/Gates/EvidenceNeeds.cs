using ModelOps.Core.Configuration.Gates;

namespace ModelOps.Core.Gates.Gathering;

/// <summary>What the gates of a model ask for: nothing else is gathered.</summary>
/// <param name="Predictions">Predictions on held-out rows.</param>
/// <param name="FileMetrics">Metrics that the team's command writes.</param>
/// <param name="RunMetrics">Metrics of the version's run.</param>
internal sealed record EvidenceNeeds(bool Predictions, bool FileMetrics, bool RunMetrics)
{
    /// <summary>The needs of a model's gates.</summary>
    public static EvidenceNeeds Of(GatesSection gates) => new(
        gates.Champion.Enabled || gates.Slices is not null || gates.Fairness.Count > 0 || Has(gates, MetricSource.Predictions),
        Has(gates, MetricSource.File),
        Has(gates, MetricSource.Run));

    /// <summary>Gates that judge predictions, or metrics that come with them, as modelops.yml calls them.</summary>
    public static IReadOnlyList<string> GatesWithPredictions(GatesSection gates)
    {
        (string Key, bool Needs)[] all =
        [
            ("metrics", gates.Metrics.Any(metric => metric.From != MetricSource.Run)),
            ("slices", gates.Slices is not null),
            ("fairness", gates.Fairness.Count > 0),
            ("champion", gates.Champion.Enabled),
        ];
        return [.. all.Where(gate => gate.Needs).Select(gate => $"gates.{gate.Key}")];
    }

    /// <summary>Whether the evaluation has to be done at all.</summary>
    public bool Evaluation => Predictions || FileMetrics;

    private static bool Has(GatesSection gates, MetricSource source) => gates.Metrics.Any(metric => metric.From == source);
}
