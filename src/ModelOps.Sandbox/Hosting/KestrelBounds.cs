using Microsoft.AspNetCore.Server.Kestrel.Core;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Hosting;

/// <summary>What a caller may use up.</summary>
internal static class KestrelBounds
{
    /// <summary>Sets the bounds.</summary>
    public static void Apply(KestrelServerLimits limits)
    {
        // Filters and page tokens of searches travel in the request line.
        limits.MaxRequestLineSize = 64 * 1024;
        limits.MaxRequestHeadersTotalSize = 128 * 1024;
        limits.MaxRequestHeaderCount = 100;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxConcurrentConnections = 2_000;

        // Messages are read as a whole; files are not, and have no limit (the routes of the artifacts lift it).
        limits.MaxRequestBodySize = MessageBody.MaxLength;
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(30));
    }
}
