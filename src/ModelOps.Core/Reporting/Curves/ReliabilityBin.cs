namespace ModelOps.Core.Reporting.Curves;

/// <summary>Rows of similar probability, and how often it came true.</summary>
/// <param name="Lower">Where the bin begins.</param>
/// <param name="Upper">Where it ends.</param>
/// <param name="Predicted">Mean probability, by weight.</param>
/// <param name="Observed">Share of the rows in which it came true, by weight.</param>
/// <param name="Rows">Rows of the bin.</param>
internal sealed record ReliabilityBin(double Lower, double Upper, double Predicted, double Observed, int Rows);
