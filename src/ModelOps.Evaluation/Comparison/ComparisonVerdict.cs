namespace ModelOps.Evaluation.Comparison;

/// <summary>What a comparison has shown.</summary>
public enum ComparisonVerdict
{
    /// <summary>The challenger is better.</summary>
    Better,

    /// <summary>The challenger is within the tolerance.</summary>
    NotWorse,

    /// <summary>The challenger is worse by more than is tolerated.</summary>
    Worse,

    /// <summary>The rows do not decide it.</summary>
    NotEnoughEvidence,
}
