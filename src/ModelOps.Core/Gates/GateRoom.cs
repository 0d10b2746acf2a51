using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates;

/// <summary>All that others ask of one gate. Whoever asks loops over <see cref="GateRooms.All"/> and knows no gate by its name.</summary>
/// <param name="gate">The gate.</param>
internal abstract class GateRoom(IGate gate)
{
    /// <summary>Name of the gate, as the key under <c>gates</c> of modelops.yml.</summary>
    public string Name => gate.Name;

    /// <summary>The gate.</summary>
    public IGate Gate => gate;

    /// <summary>Bad candidates that the gate is there to stop.</summary>
    public virtual IReadOnlyList<Mutant> Mutants => [];

    /// <summary>What is gathered for the gate: evidence, and columns of the predictions.</summary>
    /// <param name="gates">The section <c>gates</c> of a model.</param>
    public virtual EvidenceNeeds NeedsOf(GatesSection gates) => EvidenceNeeds.Nothing;

    /// <summary>Reports what is wrong in the gate's section, so that the gate could never judge.</summary>
    /// <param name="scope">The section <c>gates</c> of a model with its place.</param>
    public virtual void CheckRules(GateRuleScope scope)
    {
    }
}
