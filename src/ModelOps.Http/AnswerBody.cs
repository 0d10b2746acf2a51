using System.IO.Compression;

namespace ModelOps.Http;

/// <summary>
/// The body of an answer as the server meant it. Nobody asks for compression, and a gateway may compress all the same: without Accept-Encoding any coding
/// is acceptable (RFC 9110, 12.5.3).
/// </summary>
internal static class AnswerBody
{
    /// <summary>Most bytes of a body that is read as a whole, once decompressed.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private const int MaxCodings = 2;
    private const int PieceBytes = 64 * 1024;

    /// <summary>Opens the body, decompressed.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="length">Bytes that the content has; null where nobody knows. A body of this length is the content itself, whatever is said of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HttpRequestException">It has a coding that nobody asked for and that is not known.</exception>
    public static async Task<Stream> OpenAsync(HttpResponseMessage message, long? length, CancellationToken cancellationToken)
    {
        var body = await message.Content.ReadAsStreamAsync(cancellationToken);
        if (length is not null && message.Content.Headers.ContentLength == length)
        {
            return body;
        }

        var codings = message.Content.Headers.ContentEncoding.Where(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)).Reverse().ToArray();
        if (codings.Length > MaxCodings)
        {
            throw Unknown(string.Join(", ", codings));
        }

        foreach (var coding in codings)
        {
            body = new DecodedStream(Decode(coding, body));
        }

        return body;
    }

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="HttpRequestException">It is larger than <see cref="MaxBytes"/>.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage message, CancellationToken cancellationToken)
    {
        await using var body = await OpenAsync(message, length: null, cancellationToken);
        using var whole = new MemoryStream();
        var piece = new byte[PieceBytes];
        for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (whole.Length + read > MaxBytes)
            {
                throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer has more than {MaxBytes} bytes.");
            }

            whole.Write(piece, 0, read);
        }

        return whole.ToArray();
    }

    private static Stream Decode(string coding, Stream body) => coding.ToUpperInvariant() switch
    {
        "GZIP" or "X-GZIP" => new GZipStream(body, CompressionMode.Decompress),
        "DEFLATE" => new ZLibStream(body, CompressionMode.Decompress),
        "BR" => new BrotliStream(body, CompressionMode.Decompress),
        _ => throw Unknown(coding),
    };

    // The name of a coding is a token, so it can be shown.
    private static HttpRequestException Unknown(string coding) =>
        new(HttpRequestError.InvalidResponse, $"The answer has the content coding '{coding}', which nobody asked for; expected gzip, deflate, br or none");
}
