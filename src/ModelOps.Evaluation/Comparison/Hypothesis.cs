namespace ModelOps.Evaluation.Comparison;

/// <summary>What a comparison has to show.</summary>
public enum Hypothesis
{
    /// <summary>The challenger is better than the champion.</summary>
    Superior,

    /// <summary>The challenger is not worse than the champion by the tolerance or more.</summary>
    NonInferior,

    /// <summary>The challenger differs from the champion by less than the tolerance.</summary>
    Equivalent,
}
