using System.Net.Http.Headers;
using System.Text.Json;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Http.Credentials;
using ModelOps.PoorBackend.Tests.Server;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>Calls of the server: JSON to the API, bytes to the storage, each with the token of its audience.</summary>
internal sealed class PoorClient : IDisposable
{
    private readonly string _url;
    private readonly SecretTexts _secrets;
    private readonly CachedCredentials _credentials;
    private readonly HttpSettings _settings;
    private readonly HttpTransport _transport;

    public PoorClient(string url, ITokenSource tokens, BackendContext context)
    {
        _url = url;
        _secrets = new(context.Mask);
        _credentials = new(tokens, _secrets, context.Time);
        _settings = new() { Backoff = TimeSpan.Zero, Credentials = _credentials };
        _transport = new(_settings, context.Time);
    }

    /// <summary>Whether a failure is this answer of the server.</summary>
    public static bool Is(ModelOpsException failure, string code) => failure.InnerException is PoorCallException call && call.Code == code;

    /// <summary>Sends a call of the API.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, Repeat repeat, CancellationToken cancellationToken)
    {
        var json = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body);
        var call = new HttpCall(method, new($"{_url}/{path}"), repeat)
        {
            Audience = PoorTokens.Api,
            Content = json is null ? null : (_, _) => Task.FromResult<HttpContent>(
                new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }),
        };
        return await ReadAsync(call, cancellationToken);
    }

    /// <summary>Items of all pages of a list.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path, string name, string audience, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        for (var query = ""; ;)
        {
            var page = await ReadAsync(new(HttpMethod.Get, new($"{_url}/{path}{query}"), Repeat.Always) { Audience = audience }, cancellationToken);
            items.AddRange(page.GetProperty(name).EnumerateArray());
            if (!page.TryGetProperty("next_page_token", out var token))
            {
                return items;
            }

            query = $"?page_token={Uri.EscapeDataString(token.GetString()!)}";
        }
    }

    /// <summary>Writes a file.</summary>
    public async Task UploadAsync(string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        var call = new HttpCall(HttpMethod.Put, new($"{_url}/{path}"), Repeat.Always)
        {
            Audience = PoorTokens.Storage,
            Content = async (onSent, token) => new UploadContent(await open(token), length, onSent, isWhole: true),
        };
        await ReadAsync(call, cancellationToken);
    }

    /// <summary>Opens a file.</summary>
    public async Task<Stream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var call = new HttpCall(HttpMethod.Get, new($"{_url}/{path}"), Repeat.Always) { Audience = PoorTokens.Storage, Streams = true };
        var answer = await SendAsync(call, cancellationToken);
        return new DownloadStream(answer, await answer.OpenBodyAsync(length: null, cancellationToken), path, new(new(_settings.Timeout, DownloadLimits.UsualDeadline)));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _transport.Dispose();
        _credentials.Dispose();
    }

    private async Task<JsonElement> ReadAsync(HttpCall call, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(call, cancellationToken);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    private async Task<HttpAnswer> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        HttpAnswer answer;
        try
        {
            answer = await _transport.SendAsync(call, cancellationToken);
        }
        catch (HttpCallException failure)
        {
            throw new ModelOpsException(ExitCode.RemoteFailure, RegistryDiagnostics.Unreachable.At($"No answer: {failure.Message}"), failure);
        }

        if (answer.IsSuccess)
        {
            return answer;
        }

        using (answer)
        {
            throw PoorCallException.Of(call, answer, _secrets);
        }
    }
}
