namespace ModelOps.Core.Gates.Champion;

/// <summary>How a baseline predicts.</summary>
public enum BaselineKind
{
    /// <summary>The majority class with the shares of the classes as probabilities, the mean of the labels, or one score for all items.</summary>
    Constant,

    /// <summary>A file of predictions of a heuristic.</summary>
    Predictions,

    /// <summary>None: the first version needs no comparison.</summary>
    None,
}
