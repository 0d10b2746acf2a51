namespace ModelOps.Core.Verbs.Show;

/// <summary>One tag of a version.</summary>
/// <param name="Key">Key.</param>
/// <param name="Value">Value.</param>
public sealed record TagRow(string Key, string Value);
