namespace ModelOps.Evaluation.Comparison;

/// <summary>What is done with a challenger when the rows do not decide.</summary>
public enum EvidencePolicy
{
    /// <summary>The champion stays: the challenger does not pass, exit code 8.</summary>
    Keep,

    /// <summary>The challenger passes for a canary deployment, not for promotion.</summary>
    Canary,

    /// <summary>A person decides: exit code 4.</summary>
    Approve,

    /// <summary>The challenger fails, exit code 3.</summary>
    Fail,
}
