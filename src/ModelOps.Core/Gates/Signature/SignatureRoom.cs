using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Signature;

/// <summary>The gate that callers of the champion can call the candidate.</summary>
internal sealed class SignatureRoom() : GateRoom(new SignatureGate())
{
    public override IReadOnlyList<Mutant> Mutants => SignatureMutants.All;
}
