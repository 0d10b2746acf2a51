using System.Text;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Reads the JSON of a body as a whole, within bounds of what it may take in memory.</summary>
internal static class MessageBody
{
    /// <summary>Bytes that a body may have: twice the longest text that MLflow takes, a dataset's profile of 16 MiB.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    // Smaller ones cannot hold so many tokens that it matters.
    private const int Large = 1024 * 1024;

    // The largest batch that MLflow takes, of 1000 metrics, parameters and tags, has some ten thousand; each takes many times its one byte in memory.
    private const int MostTokens = 500_000;

    // Records of a dataset hold what models were asked, whatever that is.
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Reads and parses.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="BadHttpRequestException">It is too long, has too many parts, or does not arrive.</exception>
    public static async ValueTask<JsonDocument> ParseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is <= Large)
        {
            return await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
        }

        var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, MaxLength));
        await request.Body.CopyToAsync(body, cancellationToken);
        return Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    /// <summary>Parses what was read.</summary>
    /// <inheritdoc cref="ParseAsync"/>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length > Large)
        {
            CountTokens(json.Span, default);
        }

        return JsonDocument.Parse(json);
    }

    /// <summary>Parses JSON that was sent as a text, within the same bounds, but for its depth.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="BadHttpRequestException">It has too many parts.</exception>
    public static JsonElement ParseText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > Large)
        {
            CountTokens(bytes, Deep);
        }

        using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Deep.MaxDepth });
        return document.RootElement.Clone();
    }

    private static void CountTokens(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(json, options);
        for (var count = 0; reader.Read(); count++)
        {
            if (count == MostTokens)
            {
                throw new BadHttpRequestException($"The request has more than {MostTokens} values.", StatusCodes.Status413PayloadTooLarge);
            }
        }
    }
}
