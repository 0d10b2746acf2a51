namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>What is known of one class, or of all together.</summary>
/// <param name="Hits">Weight of the rows of the class that were predicted as such.</param>
/// <param name="Labels">Weight of the rows of the class.</param>
/// <param name="Predictions">Weight of the rows that were predicted as the class.</param>
internal readonly record struct ClassTally(double Hits, double Labels, double Predictions);
