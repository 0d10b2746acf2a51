namespace ModelOps.Core.Gates;

/// <summary>What a gate says.</summary>
public enum GateStatus
{
    /// <summary>Within the limit.</summary>
    Passed,

    /// <summary>Outside the limit.</summary>
    Failed,

    /// <summary>The evidence does not decide.</summary>
    NotEnoughEvidence,

    /// <summary>The gate could not run: never a pass.</summary>
    CouldNotRun,

    /// <summary>Not judged: switched off, or below the rows that a slice needs. Shown, so that nobody takes it for a pass.</summary>
    NotJudged,
}
