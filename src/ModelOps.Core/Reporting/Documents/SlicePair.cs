namespace ModelOps.Core.Reporting.Documents;

/// <summary>The primary metric of both models on a slice.</summary>
/// <param name="Slice">Slice as <c>column=value</c>.</param>
/// <param name="Rows">Rows of the slice.</param>
/// <param name="Challenger">The challenger's value; null where it is not defined.</param>
/// <param name="Champion">The champion's value; null where it is not defined, or there is no champion.</param>
/// <param name="Difference">Difference of both, above 0 where the challenger is better, as effects are.</param>
internal sealed record SlicePair(string Slice, int Rows, double? Challenger, double? Champion, double? Difference);
