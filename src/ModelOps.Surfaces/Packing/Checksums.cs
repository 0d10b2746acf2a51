using System.Security.Cryptography;

namespace ModelOps.Surfaces.Packing;

/// <summary>The SHA-256 sums of a directory's files, as <c>sha256sum --check</c> reads them.</summary>
internal static class Checksums
{
    /// <summary>Its file name.</summary>
    public const string FileName = "SHA256SUMS";

    /// <summary>A line for each file.</summary>
    public static string Of(string directory) => string.Concat(Directory.EnumerateFiles(directory)
        .Where(file => Path.GetFileName(file) != FileName)
        .OrderBy(Path.GetFileName, StringComparer.Ordinal)
        .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetFileName(file)}\n"));
}
