using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Data;

/// <summary>The gate of the stability of inputs.</summary>
internal sealed class DataRoom() : GateRoom(new DataGate())
{
    public override IReadOnlyList<Mutant> Mutants => DataMutants.All;

    public override EvidenceNeeds NeedsOf(GatesSection gates) =>
        gates.Data is { } section ? new() { Profiles = new(section.Inputs, section.Reference) } : EvidenceNeeds.Nothing;

    public override void CheckRules(GateRuleScope scope)
    {
        if (scope.Gates.Data is { } section && scope.Place.Find(Name) is { } place)
        {
            DataRules.Check(section, place);
        }
    }
}
