namespace ModelOps.Sandbox.Artifacts;

/// <summary>Where one part of a file goes.</summary>
/// <param name="Url">URL for a PUT; who knows it may write the part.</param>
/// <param name="PartNumber">Number of the part, from 1.</param>
internal sealed record MultipartCredential(string Url, int PartNumber);
