using System.Security.Authentication;

namespace ModelOps.Http;

/// <summary>Why a call got no answer.</summary>
/// <param name="Kind">What kind of failure it is.</param>
/// <param name="Text">What happened, with all inner causes; may have text from outside.</param>
internal sealed record ConnectionFailure(FailureKind Kind, string Text)
{
    private const string SeeInner = ", see inner exception";

    /// <summary>Reads a failure.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="proxy">Proxy that the call goes through, without user and password; null for none.</param>
    public static ConnectionFailure Of(Exception exception, string? proxy)
    {
        var kind = KindOf(exception, proxy is not null);
        var text = Causes(exception);
        return new(kind, proxy is null || text.Contains(proxy, StringComparison.Ordinal) ? text : $"{text} (through the proxy {proxy})");
    }

    private static FailureKind KindOf(Exception exception, bool isProxied) => exception switch
    {
        { InnerException: CertificateRefusal } => FailureKind.Certificate,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => FailureKind.Proxy,
        // What a connection is made to, and what closes it, is the proxy where there is one.
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse
        } when isProxied => FailureKind.Proxy,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => FailureKind.NameUnknown,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or { InnerException: AuthenticationException } => FailureKind.Tls,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse } => FailureKind.Closed,
        HttpRequestException { InnerException: IOException } => FailureKind.Closed,
        _ => FailureKind.Unreachable,
    };

    private static string Causes(Exception exception)
    {
        var texts = new List<string>();
        for (var cause = exception; cause is not null; cause = cause is CertificateRefusal ? null : cause.InnerException)
        {
            var text = cause.Message.Replace(SeeInner, "", StringComparison.Ordinal).Trim().TrimEnd('.');
            if (!texts.Exists(known => known.Contains(text, StringComparison.Ordinal)))
            {
                texts.Add(text);
            }
        }

        return string.Join(": ", texts);
    }
}
