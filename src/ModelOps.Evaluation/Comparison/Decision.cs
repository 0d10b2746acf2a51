namespace ModelOps.Evaluation.Comparison;

/// <summary>What follows from a comparison or a validation.</summary>
public enum Decision
{
    /// <summary>The challenger may become champion.</summary>
    Promote,

    /// <summary>The champion stays, for lack of evidence.</summary>
    Keep,

    /// <summary>The challenger may be tried on a part of the requests.</summary>
    Canary,

    /// <summary>A person decides.</summary>
    Approve,

    /// <summary>The challenger is not good enough, or could not be judged.</summary>
    Reject,

    /// <summary>Nothing was compared: the challenger passed what there is, and nothing says that it is better.</summary>
    Undecided,
}
