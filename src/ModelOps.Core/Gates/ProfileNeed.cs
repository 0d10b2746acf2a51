namespace ModelOps.Core.Gates;

/// <summary>Inputs to profile, and what they are measured against.</summary>
/// <param name="Inputs">File of inputs, relative to modelops.yml.</param>
/// <param name="Reference">Profile or file of inputs, relative to modelops.yml.</param>
internal sealed record ProfileNeed(string Inputs, string Reference);
