namespace ModelOps.Core.Packaging;

/// <summary>Digest of one file of a model.</summary>
/// <param name="Path">Path relative to the model's root, with <c>/</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes: 64 hexadecimal digits in lower case.</param>
public sealed record FileDigest(string Path, long Size, string Sha256);
