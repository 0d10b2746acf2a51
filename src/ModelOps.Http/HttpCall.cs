namespace ModelOps.Http;

/// <summary>A request that can be made again for every try.</summary>
/// <param name="Method">Method.</param>
/// <param name="Uri">Absolute URI.</param>
/// <param name="Repeat">When it may be sent again.</param>
internal sealed record HttpCall(HttpMethod Method, Uri Uri, Repeat Repeat)
{
    /// <summary>Makes the body; is given what to call whenever a part of it was sent. Null for no body.</summary>
    public Func<Action, CancellationToken, Task<HttpContent>>? Content { get; init; }

    /// <summary>Further headers of the request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whom the credentials are for; empty for the server itself.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Whether the body of a good answer is left on the wire for the caller to read.</summary>
    public bool Streams { get; init; }

    /// <summary>Is told the bytes of a body that was read as a whole; may refuse them by a failure of its own.</summary>
    public Action<long>? OnBody { get; init; }
}
