using System.Net;
using System.Net.Http.Headers;

namespace ModelOps.Http;

/// <summary>Sends a call once; a second time only when the server refused credentials that could be renewed.</summary>
internal sealed class HttpSender : IDisposable
{
    // Whoever takes no such body says so before it is sent; whoever knows nothing of that gets it a second later.
    private const int AskedFirstBytes = 1 << 20;

    private readonly HttpSettings _settings;
    private readonly CertificateCheck _certificates = new();
    private readonly HttpClient _client;

    public HttpSender(HttpSettings settings) => (_settings, _client) = (settings, HttpClients.Create(settings, _certificates));

    /// <summary>Sends a call.</summary>
    public async ValueTask<HttpAnswer> SendAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        var header = await _settings.Credentials.GetAsync(progress.Call.Audience, forceRefresh: false, cancellationToken);
        var answer = await SendAsync(progress, header, cancellationToken);
        if (answer.Status != HttpStatusCode.Unauthorized || progress.IsRenewed)
        {
            return answer;
        }

        AuthenticationHeaderValue? renewed;
        try
        {
            renewed = await RenewAsync(progress.Call.Audience, header, cancellationToken);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        if (renewed is null)
        {
            return answer;
        }

        // Who is not let in did nothing: this is safe for a call that must not be done twice, too.
        answer.Dispose();
        progress.IsRenewed = true;
        return await SendAsync(progress, renewed, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    // Null when there is nothing but what was refused.
    private async ValueTask<AuthenticationHeaderValue?> RenewAsync(string audience, AuthenticationHeaderValue? refused, CancellationToken cancellationToken)
    {
        // Another call may have seen to it while this one was under way.
        var known = await _settings.Credentials.GetAsync(audience, forceRefresh: false, cancellationToken);
        var header = Equals(known, refused) ? await _settings.Credentials.GetAsync(audience, forceRefresh: true, cancellationToken) : known;
        return Equals(header, refused) ? null : header;
    }

    private async Task<HttpAnswer> SendAsync(CallProgress progress, AuthenticationHeaderValue? header, CancellationToken cancellationToken)
    {
        progress.Tries++;
        var call = progress.Call;
        using var idle = new IdleTimeout(_settings.Timeout, cancellationToken);
        using var request = new HttpRequestMessage(call.Method, call.Uri);
        request.Content = call.Content is null ? null : await call.Content(idle.Touch, cancellationToken);
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength >= AskedFirstBytes ? true : null;
        request.Headers.Authorization = header;
        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token);
            RequireSent(request.Content as UploadContent, response);
            return call.Streams && response.IsSuccessStatusCode ? HttpAnswer.OfStream(response) : await HttpAnswer.ReadAsync(response, idle.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw idle.Elapsed ? idle.Timeout(exception)
                : exception is HttpRequestException && _certificates.FindRefusal(call.Uri.IdnHost) is { } reason
                    ? new HttpRequestException(HttpRequestError.SecureConnectionError, reason, new CertificateRefusal(reason, exception))
                    : exception;
        }
    }

    // Nobody has taken what was not sent.
    private static void RequireSent(UploadContent? body, HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode && body?.Failure is { } failure)
        {
            response.Dispose();
            throw new HttpRequestException($"The connection was closed within the body of the request: {failure.Message}", failure);
        }
    }
}
