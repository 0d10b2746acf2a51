using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Digest;

/// <summary>The gate that the files are those that were registered. It has no section: nobody can switch it off.</summary>
internal sealed class DigestRoom() : GateRoom(new DigestGate())
{
    public override IReadOnlyList<Mutant> Mutants => DigestMutants.All;
}
