namespace ModelOps.Evaluation;

/// <summary>What predictions have beside their labels, which says what metrics can be had of them.</summary>
internal enum PredictedOutputs
{
    /// <summary>Predicted classes or values.</summary>
    Values,

    /// <summary>Probabilities, from which classes follow.</summary>
    Probabilities,

    /// <summary>Scores that only order the rows.</summary>
    Scores,

    /// <summary>Such scores, and predicted classes.</summary>
    ScoresAndClasses,
}
