namespace ModelOps.Evaluation.Profiles;

/// <summary>How the values of inputs are distributed, without any single row.</summary>
/// <param name="Rows">Rows that were read.</param>
/// <param name="Columns">The columns.</param>
internal sealed record DataProfile(long Rows, IReadOnlyList<ColumnProfile> Columns);
