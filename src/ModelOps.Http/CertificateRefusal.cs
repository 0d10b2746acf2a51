using System.Security.Authentication;

namespace ModelOps.Http;

/// <summary>A server's certificate was not taken.</summary>
/// <param name="reason">Which, and why.</param>
/// <param name="cause">What the system said.</param>
internal sealed class CertificateRefusal(string reason, Exception cause) : AuthenticationException(reason, cause);
