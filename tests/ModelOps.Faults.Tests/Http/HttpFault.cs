using ModelOps.Faults.Tests.Cells;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Faults.Tests.Http;

/// <summary>A kind of fault, and the rules that make it at a request.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rules">Rules for a request's number.</param>
internal sealed record HttpFault(FaultKind Kind, Func<int, FaultRule[]> Rules)
{
    /// <summary>Whether the run is cancelled when it meets the fault.</summary>
    public bool Cancels { get; init; }

    /// <summary>Some requests in a row.</summary>
    public static HttpFault Of(string name, FaultMode mode, int times = 1, int status = 503, string? code = null, string? wait = null) =>
        new(new(name), at => [new("", mode) { Offset = at, Times = times, Status = status, ErrorCode = code, RetryAfter = wait }]);
}
