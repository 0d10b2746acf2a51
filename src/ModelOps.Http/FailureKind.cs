namespace ModelOps.Http;

/// <summary>What kept a call from getting an answer, as far as it can be told.</summary>
internal enum FailureKind
{
    /// <summary>Refused, silent, or anything else.</summary>
    Unreachable,

    /// <summary>The server's certificate is not trusted.</summary>
    Certificate,

    /// <summary>No TLS on the port, or none in common.</summary>
    Tls,

    /// <summary>The connection was closed before an answer, or what came is not HTTP.</summary>
    Closed,

    /// <summary>Nobody knows the name.</summary>
    NameUnknown,

    /// <summary>A proxy refused, or cannot be reached.</summary>
    Proxy,
}
