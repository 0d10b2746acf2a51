namespace ModelOps.Core.Reporting.Curves;

/// <summary>A point of a curve.</summary>
/// <param name="X">Horizontal.</param>
/// <param name="Y">Vertical.</param>
internal readonly record struct CurvePoint(double X, double Y);
