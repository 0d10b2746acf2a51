using System.Net;
using System.Net.Http.Headers;

namespace ModelOps.Http;

/// <summary>An answer of a server, good or bad.</summary>
internal sealed class HttpAnswer : IDisposable
{
    private readonly HttpResponseMessage _message;

    private HttpAnswer(HttpResponseMessage message, byte[] body)
    {
        _message = message;
        Body = body;
    }

    /// <summary>Status code.</summary>
    public HttpStatusCode Status => _message.StatusCode;

    /// <summary>Whether the status is 200 to 299.</summary>
    public bool IsSuccess => _message.IsSuccessStatusCode;

    /// <summary>The body; empty when it is left on the wire.</summary>
    public byte[] Body { get; }

    /// <summary>Headers.</summary>
    public HttpResponseHeaders Headers => _message.Headers;

    /// <summary>Media type of the body; empty when not told.</summary>
    public string MediaType => _message.Content.Headers.ContentType?.MediaType ?? "";

    /// <summary>Takes an answer whose body is read by the caller.</summary>
    public static HttpAnswer OfStream(HttpResponseMessage message) => new(message, []);

    /// <summary>Takes an answer with its whole body, up to 64 MiB.</summary>
    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage message, CancellationToken cancellationToken) =>
        new(message, await AnswerBody.ReadAsync(message, cancellationToken));

    /// <summary>Opens the body that was left on the wire.</summary>
    /// <param name="length">Bytes that it should have; null where nobody knows.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Stream> OpenBodyAsync(long? length, CancellationToken cancellationToken) => AnswerBody.OpenAsync(_message, length, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _message.Dispose();
}
