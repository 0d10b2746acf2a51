using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Metadata;

/// <summary>The gate of tags, description and model card.</summary>
internal sealed class MetadataRoom() : GateRoom(new MetadataGate())
{
    public override IReadOnlyList<Mutant> Mutants => MetadataMutants.All;

    public override EvidenceNeeds NeedsOf(GatesSection gates) => new() { ModelCard = gates.Metadata.ModelCard };

    public override void CheckRules(GateRuleScope scope)
    {
        if (scope.Place.Find(Name) is { } place)
        {
            MetadataRules.Check(scope.Gates.Metadata, place);
        }
    }
}
