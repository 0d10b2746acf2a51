namespace ModelOps.Core.Verbs.Adopt;

/// <summary>One version.</summary>
/// <param name="Version">Number.</param>
/// <param name="State">What became of it.</param>
/// <param name="Digest">Digest of the content; empty where none is recorded.</param>
public sealed record AdoptedRow(int Version, AdoptState State, string Digest);
