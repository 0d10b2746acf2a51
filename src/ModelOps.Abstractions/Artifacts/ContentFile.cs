namespace ModelOps.Abstractions.Artifacts;

/// <summary>One file of a model.</summary>
/// <param name="Path">Path relative to the model's root, with <c>/</c>.</param>
/// <param name="Length">Bytes.</param>
public sealed record ContentFile(string Path, long Length);
