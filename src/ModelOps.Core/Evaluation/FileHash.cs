using System.Security.Cryptography;

namespace ModelOps.Core.Evaluation;

/// <summary>Names the content of a file.</summary>
internal static class FileHash
{
    /// <summary>SHA-256 of a file, as <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static async Task<string> OfAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 17, FileOptions.SequentialScan | FileOptions.Asynchronous);
        return "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
