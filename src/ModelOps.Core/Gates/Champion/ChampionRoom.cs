using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Champion;

/// <summary>The gate of the comparison with the champion.</summary>
internal sealed class ChampionRoom() : GateRoom(new ChampionGate())
{
    public override IReadOnlyList<Mutant> Mutants => ChampionMutants.All;

    public override EvidenceNeeds NeedsOf(GatesSection gates)
    {
        var section = gates.Champion;
        return new()
        {
            Comparison = section.Enabled,
            Cluster = section.Cluster,
            Baseline = section is { Enabled: true, Baseline.Kind: BaselineKind.Predictions } ? section.Baseline.Predictions : null,
        };
    }

    public override void CheckRules(GateRuleScope scope)
    {
        if (scope.Place.Find(Name) is { } place)
        {
            new ChampionRules(scope, place).Check();
        }
    }
}
