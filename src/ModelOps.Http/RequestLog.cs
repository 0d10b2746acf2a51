using System.Diagnostics;
using System.Globalization;

namespace ModelOps.Http;

/// <summary>
/// Says of every request what was asked and what came of it, each try for itself. No header is said but the ID that a server gives a request, by which
/// its operator finds it.
/// </summary>
/// <param name="inner">Sends.</param>
/// <param name="log">Takes the lines.</param>
internal sealed class RequestLog(HttpMessageHandler inner, Action<string> log) : DelegatingHandler(inner)
{
    private static readonly string[] IdHeaders =
        ["X-Request-Id", "X-Correlation-Id", "x-ms-request-id", "x-amz-request-id", "x-amzn-RequestId", "X-GitHub-Request-Id", "x-databricks-request-id"];

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            Say(request, start, string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}"), IdOf(response));
            return response;
        }
        catch (Exception failure)
        {
            Say(request, start, "no answer", $", {failure.GetType().Name}: {failure.Message}");
            throw;
        }
    }

    private static string IdOf(HttpResponseMessage response)
    {
        var name = Array.Find(IdHeaders, response.Headers.Contains);
        return name is null ? "" : $", {name} {string.Join(' ', response.Headers.GetValues(name))}";
    }

    private void Say(HttpRequestMessage request, long start, string outcome, string rest) => log(string.Create(
        CultureInfo.InvariantCulture,
        $"{request.Method} {LoggedUri.Of(request.RequestUri!)}: {outcome} in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms{rest}"));
}
