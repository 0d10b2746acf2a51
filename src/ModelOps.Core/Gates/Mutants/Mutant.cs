namespace ModelOps.Core.Gates.Mutants;

/// <summary>A way to make a good candidate bad.</summary>
/// <param name="Name">Name, as in modelops.yml.</param>
/// <param name="Gate">Gate that is there to stop it.</param>
/// <param name="Change">What is made bad.</param>
/// <param name="Needs">What it is made from, as the end of a sentence.</param>
/// <param name="Make">Makes the bad candidate: the same for the same seed, and never in the good one's files; null where the case lacks what it needs.</param>
/// <param name="MaySurvive">Whether few rows may be why no gate stops it, so that it is required only where modelops.yml says so.</param>
internal sealed record Mutant(
    string Name, string Gate, string Change, string Needs, Func<GateCase, MutantWorkspace, CancellationToken, GateCase?> Make, bool MaySurvive = false);
