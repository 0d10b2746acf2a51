namespace ModelOps.Evaluation.Profiles;

/// <summary>How the values of one column are distributed.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Edges">Inner edges of the bins of a numeric column, rising; a value belongs to the first bin whose edge it does not exceed. Empty for a column of categories.</param>
/// <param name="Categories">Categories of a column that is not numeric, the most frequent first; what is not among them counts in one more bin, the last.</param>
/// <param name="Shares">Share of the values in every bin or category, missing ones left out.</param>
/// <param name="Missing">Share of the rows that have no value.</param>
internal sealed record ColumnProfile(
    string Name, IReadOnlyList<double> Edges, IReadOnlyList<string> Categories, IReadOnlyList<double> Shares, double Missing);
