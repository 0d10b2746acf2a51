using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Calls of MLflow's REST API: JSON in, JSON out.</summary>
internal sealed class MlflowClient(ServerUri server, MlflowSettings settings, TimeProvider time) : IDisposable
{
    private const string Prefix = "/api/2.0";

    private readonly HttpTransport _transport = new(settings.Http, time);

    /// <summary>The server.</summary>
    public ServerUri Server { get; } = server;

    /// <summary>Words for failures.</summary>
    public MlflowErrors Errors { get; } = new(server, settings.Secrets, settings.SignInHint, settings.Http.Proxy.Describe(server.Uri));

    /// <summary>Reads.</summary>
    /// <param name="path">Path from <c>/mlflow</c> on, escaped, with its query.</param>
    /// <param name="type">Type of the answer.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, Server.Call(Prefix + path), Repeat.Always), type, cancellationToken);

    /// <summary>Reads a page of a search.</summary>
    public Task<T> GetPageAsync<T>(string path, JsonTypeInfo<T> type, SearchBudget budget, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Get, Server.Call(Prefix + path), Repeat.Always) { OnBody = budget.AddBytes }, type, cancellationToken);

    /// <summary>Reads a page of a search that is asked with a body.</summary>
    public Task<TAnswer> PostPageAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> type, SearchBudget budget, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, bodyType);
        var call = Posting(HttpMethod.Post, path, json, Repeat.Always) with { OnBody = budget.AddBytes };
        return SendAsync(call, type, cancellationToken);
    }

    /// <summary>Reads; null when the server says that there is no such thing.</summary>
    public async Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await GetAsync(path, type, cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.IsMissing(exception))
        {
            return null;
        }
    }

    /// <summary>Writes, or asks with a body.</summary>
    public Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> type, Repeat repeat, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, bodyType);
        return SendAsync(Posting(method, path, json, repeat), type, cancellationToken);
    }

    /// <summary>Deletes something; what is not there is what was wanted.</summary>
    public async Task DeleteAsync<TBody>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(method, path, body, bodyType, WireJson.Mlflow.WireNothing, Repeat.Always, cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.IsMissing(exception))
        {
            // Someone else was faster.
        }
    }

    /// <summary>Sends any call.</summary>
    /// <returns>A good answer.</returns>
    /// <exception cref="ModelOpsException">No answer (MOP2002), a bad one (MOP2003 to MOP2005), or no token to ask with (MOP2104).</exception>
    public async Task<HttpAnswer> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        HttpAnswer answer;
        try
        {
            answer = await _transport.SendAsync(call, cancellationToken);
        }
        catch (HttpCallException failure)
        {
            throw Errors.Unreachable(call, failure);
        }

        if (answer.IsSuccess)
        {
            return answer;
        }

        using (answer)
        {
            throw Errors.Refused(call, answer);
        }
    }

    /// <summary>Sends any call whose answer is JSON.</summary>
    public async Task<T> SendAsync<T>(HttpCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(call, cancellationToken);
        call.OnBody?.Invoke(answer.Body.Length);
        try
        {
            // MLflow's own client takes an empty body as an empty object, too.
            var body = answer.Body.Length == 0 ? "{}"u8.ToArray() : answer.Body;
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw Errors.Unexpected(call, answer, $"with a body that is not the JSON of this call ({Errors.Words(exception.Message)})");
        }
    }

    /// <summary>Waits before something is looked at again.</summary>
    public Task PauseAsync(int attempt, CancellationToken cancellationToken) => _transport.PauseAsync(attempt, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private HttpCall Posting(HttpMethod method, string path, byte[] json, Repeat repeat) =>
        new(method, Server.Call(Prefix + path), repeat) { Content = (onSent, _) => Task.FromResult<HttpContent>(JsonBody(json, onSent)) };

    private static UploadContent JsonBody(byte[] json, Action onSent) =>
        new(new MemoryStream(json), json.Length, onSent) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
