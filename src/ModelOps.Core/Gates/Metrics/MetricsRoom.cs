using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Metrics;

/// <summary>The gate of limits of metrics.</summary>
internal sealed class MetricsRoom() : GateRoom(new MetricsGate())
{
    public override IReadOnlyList<Mutant> Mutants => MetricMutants.All;

    public override EvidenceNeeds NeedsOf(GatesSection gates)
    {
        var sources = gates.Metrics.Select(metric => metric.From).ToHashSet();
        return new()
        {
            Predictions = sources.Contains(MetricSource.Predictions),
            FileMetrics = sources.Contains(MetricSource.File),
            RunMetrics = sources.Contains(MetricSource.Run),
        };
    }

    public override void CheckRules(GateRuleScope scope) => MetricLimitRules.Check(scope.Gates.Metrics, scope);
}
