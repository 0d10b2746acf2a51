namespace ModelOps.Core.Gates.Mutants;

/// <summary>What became of one mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="IsRequired">Whether a gate has to stop it.</param>
/// <param name="Status">What became of it.</param>
/// <param name="StoppedBy">Gates that stopped it, in their order.</param>
/// <param name="Detail">What the first of these gates said, or why it was not made.</param>
internal sealed record MutantOutcome(Mutant Mutant, bool IsRequired, MutantStatus Status, IReadOnlyList<string> StoppedBy, string Detail);
