namespace ModelOps.Evaluation;

/// <summary>A column to slice by.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Codes">Value of every row, as index in <paramref name="Values"/>.</param>
/// <param name="Values">The values; an empty text is shown as missing.</param>
internal sealed record SliceColumn(string Name, int[] Codes, IReadOnlyList<string> Values);
