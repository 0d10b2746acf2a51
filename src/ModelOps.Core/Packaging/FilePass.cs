using System.Buffers;
using System.Security.Cryptography;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Packaging;

/// <summary>
/// Reads a file once and hashes it. While one chunk is hashed the next is read and the consumer works on the same chunk, so that a single large
/// file keeps a second core busy although SHA-256 itself cannot be divided.
/// </summary>
/// <param name="content">Where the file is.</param>
/// <param name="progress">Takes the bytes done.</param>
internal sealed class FilePass(IModelContent content, IProgressTask progress)
{
    // Small enough to stay in the processor's cache from the read to the last use, large enough to make the hand-over cheap.
    private const int ChunkBytes = 512 * 1024;

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="consume">Takes every chunk and its position, in order, on any thread; never beyond the file's length.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <returns>The digest; null when the file does not have the length that it had.</returns>
    public async Task<FileDigest?> RunAsync(
        ContentFile file, Action<ReadOnlyMemory<byte>, long>? consume, CancellationToken cancellationToken)
    {
        // One byte more than the file, so that a small file's end is seen with the first read.
        var size = (int)Math.Min(ChunkBytes, file.Length + 1);
        var front = ArrayPool<byte>.Shared.Rent(size);
        var back = file.Length < size ? [] : ArrayPool<byte>.Shared.Rent(size);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var stream = await content.OpenReadAsync(file, cancellationToken);
        await using (stream)
        {
            long position = 0;
            var length = await FillAsync(stream, front, size, cancellationToken);
            while (position + length <= file.Length && length == size)
            {
                var chunk = front.AsMemory(0, length);
                var start = position;
                var next = FillAsync(stream, back, size, cancellationToken);
                var work = consume is null ? Task.CompletedTask : Task.Run(() => consume(chunk, start), CancellationToken.None);
                hash.AppendData(chunk.Span);
                await Task.WhenAll(work, next);
                progress.Advance(length);
                position += length;
                length = await next;
                (front, back) = (back, front);
            }

            if (position + length != file.Length)
            {
                return null;
            }

            consume?.Invoke(front.AsMemory(0, length), position);
            hash.AppendData(front.AsSpan(0, length));
            progress.Advance(length);
        }

        ArrayPool<byte>.Shared.Return(front);
        ArrayPool<byte>.Shared.Return(back);
        return new(file.Path, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<int> FillAsync(Stream stream, byte[] buffer, int size, CancellationToken cancellationToken) =>
        await stream.ReadAtLeastAsync(buffer.AsMemory(0, size), size, throwOnEndOfStream: false, cancellationToken);
}
