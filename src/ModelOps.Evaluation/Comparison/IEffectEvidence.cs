namespace ModelOps.Evaluation.Comparison;

/// <summary>
/// What rows say of the effect of a challenger, above 0 where it is better. Interval and p invert each other: the lower end at an error
/// probability is above a margin exactly where the p of that margin is below it.
/// </summary>
internal interface IEffectEvidence
{
    /// <summary>Estimate of the effect.</summary>
    double Effect { get; }

    /// <summary>Standard error of the effect.</summary>
    double StandardError { get; }

    /// <summary>Power of the number of rows with which the standard error falls: its root, unless said otherwise; 0 where more rows promise nothing.</summary>
    double Rate => 0.5;

    /// <summary>Lower end of the one-sided interval that misses the effect with a probability of at most <paramref name="alpha"/>.</summary>
    double Lower(double alpha);

    /// <summary>Upper end of the one-sided interval that misses the effect with a probability of at most <paramref name="alpha"/>.</summary>
    double Upper(double alpha);

    /// <summary>One-sided p of the claim that the effect is above a margin.</summary>
    double PAbove(double margin);

    /// <summary>One-sided p of the claim that the effect is below a margin.</summary>
    double PBelow(double margin);
}
