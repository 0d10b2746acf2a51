using System.Net;
using System.Net.Sockets;
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

    /// <summary>Whether every further try would fail in the same way: the name is not known (and not only not to be had now), or a proxy refuses.</summary>
    public static bool IsFinal(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError, InnerException: SocketException { SocketErrorCode: not SocketError.TryAgain } } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: { } status } =>
            (int)status is >= 400 and < 500 && !IsTransient(status),
        _ => IsTlsRefusal(exception) || exception.GetBaseException() is RefusedAddressException,
    };

    /// <summary>Whether another try may go better.</summary>
    public static bool IsTransient(Exception exception) =>
        exception is TimeoutException or IOException
        || (exception is HttpRequestException { HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded } && !IsTlsRefusal(exception));

    /// <summary>Whether another try may go better.</summary>
    public static bool IsTransient(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool IsTlsRefusal(Exception exception) => exception.InnerException is AuthenticationException;
}
