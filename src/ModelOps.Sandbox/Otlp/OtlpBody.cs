using System.IO.Compression;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Reads the bytes of a request, compressed or not, within the bounds of every other message.</summary>
internal static class OtlpBody
{
    private const byte ZlibMethod = 0x08;

    /// <summary>Reads the body.</summary>
    /// <exception cref="OtlpFault">It cannot be unpacked.</exception>
    /// <exception cref="BadHttpRequestException">It is too long, packed or unpacked.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var raw = await CopyAsync(request.Body, cancellationToken);
        var encoding = request.Headers.ContentEncoding.ToString().ToLowerInvariant();
        try
        {
            return encoding switch
            {
                "" or "identity" => raw.GetBuffer().AsMemory(0, (int)raw.Length),
                "gzip" => await UnpackAsync(new GZipStream(raw, CompressionMode.Decompress), cancellationToken),
                "deflate" => await UnpackAsync(HasZlibHeader(raw) ? new ZLibStream(raw, CompressionMode.Decompress) : new DeflateStream(raw, CompressionMode.Decompress), cancellationToken),
                _ => throw OtlpFault.Bad($"Unsupported Content-Encoding: {encoding}"),
            };
        }
        catch (InvalidDataException)
        {
            throw OtlpFault.Bad($"Failed to decompress {encoding} payload");
        }
    }

    private static bool HasZlibHeader(MemoryStream raw) =>
        raw.Length >= 2 && (raw.GetBuffer()[0] & 0x0F) == ZlibMethod && ((raw.GetBuffer()[0] << 8) + raw.GetBuffer()[1]) % 31 == 0;

    private static async ValueTask<ReadOnlyMemory<byte>> UnpackAsync(Stream packed, CancellationToken cancellationToken)
    {
        await using (packed)
        {
            var unpacked = await CopyAsync(packed, cancellationToken);
            return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
        }
    }

    private static async ValueTask<MemoryStream> CopyAsync(Stream source, CancellationToken cancellationToken)
    {
        var target = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = await source.ReadAsync(buffer, cancellationToken); read > 0; read = await source.ReadAsync(buffer, cancellationToken))
        {
            if (target.Length + read > MessageBody.MaxLength)
            {
                throw new BadHttpRequestException($"The request has more than {MessageBody.MaxLength} bytes.", StatusCodes.Status413PayloadTooLarge);
            }

            target.Write(buffer, 0, read);
        }

        target.Position = 0;
        return target;
    }
}
