using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Slices;

/// <summary>The gate of limits on every slice.</summary>
internal sealed class SlicesRoom() : GateRoom(new SliceGate())
{
    public override IReadOnlyList<Mutant> Mutants => SliceMutants.All;

    public override EvidenceNeeds NeedsOf(GatesSection gates) =>
        gates.Slices is { } section ? new() { Predictions = true, Slices = section.By } : EvidenceNeeds.Nothing;

    public override void CheckRules(GateRuleScope scope)
    {
        if (scope.Gates.Slices is { } section && scope.Place.Find(Name) is { } place)
        {
            SliceRules.Check(section, place, scope.Metrics);
        }
    }
}
