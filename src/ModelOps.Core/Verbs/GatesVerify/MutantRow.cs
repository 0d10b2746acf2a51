namespace ModelOps.Core.Verbs.GatesVerify;

/// <summary>One bad candidate.</summary>
/// <param name="Mutant">Name.</param>
/// <param name="Required">Whether a gate has to stop it.</param>
/// <param name="Status">stopped, survived, or not made where the good candidate lacks what it is made from.</param>
/// <param name="StoppedBy">Gates that stopped it.</param>
/// <param name="Change">What was made bad.</param>
/// <param name="Detail">What the first of these gates said, or why the mutant was not made.</param>
public sealed record MutantRow(string Mutant, bool Required, string Status, IReadOnlyList<string> StoppedBy, string Change, string Detail);
