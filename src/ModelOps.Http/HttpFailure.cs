using System.Net;
using System.Security.Authentication;

namespace ModelOps.Http;

/// <summary>What a failed try tells about the server.</summary>
internal static class HttpFailure
{
    /// <summary>Whether the request never reached the server.</summary>
    public static bool WasNotSent(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError
    };

    /// <summary>Whether the server's name is not known.</summary>
    public static bool IsUnknownName(Exception exception) => exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError };

    /// <summary>Whether another try may go better.</summary>
    public static bool IsTransient(Exception exception) =>
        exception is TimeoutException or IOException or HttpRequestException && !IsTlsRefusal(exception);

    /// <summary>Whether another try may go better.</summary>
    public static bool IsTransient(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool IsTlsRefusal(Exception exception) => exception.InnerException is AuthenticationException;
}
