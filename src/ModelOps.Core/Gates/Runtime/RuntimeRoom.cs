using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Runtime;

/// <summary>The gate of size, load time and latency.</summary>
internal sealed class RuntimeRoom() : GateRoom(new RuntimeGate())
{
    public override IReadOnlyList<Mutant> Mutants => RuntimeMutants.All;

    public override EvidenceNeeds NeedsOf(GatesSection gates) => gates.Runtime is { } section
        ? new() { Scoring = new(section.Run, section.Directory, section.Requests, section.Repeat, section.Timeout.Value, section.PassEnvironment) }
        : EvidenceNeeds.Nothing;

    public override void CheckRules(GateRuleScope scope)
    {
        if (scope.Gates.Runtime is { } section && scope.Place.Find(Name) is { } place)
        {
            RuntimeRules.Check(section, place);
        }
    }
}
