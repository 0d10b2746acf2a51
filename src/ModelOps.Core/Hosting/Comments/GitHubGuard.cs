namespace ModelOps.Core.Hosting.Comments;

/// <summary>
/// Stands between Octokit and the socket: nothing is sent to another server than the one the token is for, an answer has an end in time and
/// size, and the caller's token ends each call. Octokit follows redirects, and takes a host that is the same on another port or without TLS for the same server.
/// </summary>
/// <param name="api">Root of the REST interface.</param>
/// <param name="end">Ends every request.</param>
internal sealed class GitHubGuard(Uri api, CancellationToken end) : DelegatingHandler(new SocketsHttpHandler
{
    AllowAutoRedirect = false,
    UseCookies = false,
    UseProxy = !api.IsLoopback,
    ConnectTimeout = TimeSpan.FromSeconds(10),
    MaxResponseHeadersLength = 64,
})
{
    // A page of 100 comments of the greatest length, every letter of which is escaped.
    private const long MaxBytes = 48 * 1024 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } uri || Uri.Compare(uri, api, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new HttpRequestException("the server redirects to another server, which gets no token");
        }

        request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end);
        limit.CancelAfter(Timeout);
        try
        {
            var response = await base.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(MaxBytes, limit.Token);
            return response;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && !end.IsCancellationRequested)
        {
            throw new HttpRequestException(FormattableString.Invariant($"no answer within {Timeout.TotalSeconds} s"));
        }
    }
}
