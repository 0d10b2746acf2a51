using System.Buffers;
using System.Security.Cryptography;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Gathering;

/// <summary>Reads files that others may have put there: no links, no pipes, no more bytes than expected, hashed on the way.</summary>
internal static class CheckedFile
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Whether a path below a root is a regular file that no link leads to.</summary>
    public static bool IsPlain(string root, string path) =>
        LinkFreePath.FindLink(root, path) is null && new FileInfo(path) is { Exists: true } file && SpecialFile.Describe(path, file.Length) is null;

    /// <summary>SHA-256 of a file, as <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return DigestOf(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>A hash as the text of a digest.</summary>
    public static string DigestOf(ReadOnlySpan<byte> hash) => "sha256:" + Convert.ToHexStringLower(hash);

    /// <summary>Copies a stream into a new file.</summary>
    /// <returns>SHA-256 of what was copied; null when there was more than the limit, and the file holds a part only.</returns>
    public static async Task<string?> CopyAsync(Stream source, string target, long maxBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (file.Position + read > maxBytes)
                {
                    return null;
                }

                hash.AppendData(buffer.AsSpan(0, read));
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return DigestOf(hash.GetHashAndReset());
    }
}
