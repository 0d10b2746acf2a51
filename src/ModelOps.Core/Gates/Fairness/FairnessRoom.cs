using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Fairness;

/// <summary>The gate of differences between groups.</summary>
internal sealed class FairnessRoom() : GateRoom(new FairnessGate())
{
    public override IReadOnlyList<Mutant> Mutants => FairnessMutants.All;

    public override EvidenceNeeds NeedsOf(GatesSection gates) =>
        new() { Predictions = gates.Fairness.Count > 0, Slices = [.. gates.Fairness.Select(limits => limits.Groups)] };

    public override void CheckRules(GateRuleScope scope)
    {
        foreach (var (limits, place) in scope.Gates.Fairness.Zip(scope.Place.Items(Name)))
        {
            scope.Metrics.CheckName(place, "metric", limits.Metric);
            MetricRules.CheckColumns(place, "groups", [limits.Groups]);
            place.NotNegative("max_difference", limits.MaxDifference);
        }
    }
}
