using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Package;

/// <summary>The gate of the rules of <c>check</c>.</summary>
internal sealed class PackageRoom() : GateRoom(new PackageGate())
{
    public override IReadOnlyList<Mutant> Mutants => PackageMutants.All;
}
