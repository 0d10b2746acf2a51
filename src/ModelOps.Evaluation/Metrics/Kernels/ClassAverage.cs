namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>How the scores of classes become one number, as scikit-learn's <c>average</c>.</summary>
internal enum ClassAverage
{
    /// <summary>The score of the positive class of a binary task.</summary>
    Positive,

    /// <summary>Mean over the classes that occur as label or as prediction.</summary>
    Macro,

    /// <summary>Score of the counts of all classes together.</summary>
    Micro,

    /// <summary>Mean over the classes, weighted by how often each is the label.</summary>
    Weighted,
}
