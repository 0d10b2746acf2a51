using System.Security.Cryptography;

namespace ModelOps.Core.Packaging;

/// <summary>
/// Digest of a model's content: SHA-256 over the raw SHA-256 digests of its files in the order of the UTF-8 bytes of their paths. This is the root
/// that OpenSSF Model Signing 1.0 signs, so a signature made later covers it. Names, times and modes are not in it; names are in the manifest.
/// </summary>
/// <param name="Value"><c>sha256:</c> and 64 hexadecimal digits in lower case.</param>
/// <param name="Files">The files, sorted by the UTF-8 bytes of their paths.</param>
public sealed record ContentDigest(string Value, IReadOnlyList<FileDigest> Files)
{
    /// <summary>Size of all files in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Size);

    /// <summary>
    /// Digest of the manifest, which covers what <see cref="Value"/> does not: the names. <c>sha256:</c> and 64 hexadecimal digits in lower case.
    /// </summary>
    public string Manifest => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(PackageManifest.Write(this)));

    /// <summary>Computes the digest.</summary>
    /// <param name="files">The files, sorted by the UTF-8 bytes of their paths.</param>
    internal static ContentDigest Of(IReadOnlyList<FileDigest> files)
    {
        using var root = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            root.AppendData(Convert.FromHexString(file.Sha256));
        }

        return new("sha256:" + Convert.ToHexStringLower(root.GetHashAndReset()), files);
    }
}
