namespace ModelOps.Core.Gates.Mutants;

/// <summary>What became of a mutant.</summary>
internal enum MutantStatus
{
    /// <summary>A gate did not let it pass.</summary>
    Stopped,

    /// <summary>No gate stopped it.</summary>
    Survived,

    /// <summary>The good candidate lacks what it is made from.</summary>
    NotMade,
}
