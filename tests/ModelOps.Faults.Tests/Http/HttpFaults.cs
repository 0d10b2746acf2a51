using System.Globalization;
using ModelOps.Faults.Tests.Cells;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Faults.Tests.Http;

/// <summary>All kinds of faults of a server and of what lies before it.</summary>
internal static class HttpFaults
{
    /// <summary>A call is tried three times: these bursts end before the last try, at it, and after it.</summary>
    private static readonly int[] Bursts = [1, 2, 3, 4];

    private static readonly FaultKind Killed = new("killed") { EndsWithRun = true };
    private static readonly string Tomorrow = TimeProvider.System.GetUtcNow().AddDays(1).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<HttpFault> All { get; } =
    [
        new(Killed with { Name = "killed before a request" }, Kill),
        new(Killed with { Name = "killed after a request" }, KillAfter),
        new(Killed with { Name = "killed after a request, clocks 2 h apart", Skew = TimeSpan.FromHours(1) }, KillAfter),
        new(Killed with { Name = "cancelled before a request" }, at => [new("", FaultMode.Delay) { Offset = at, Delay = TimeSpan.FromMinutes(1) }]) { Cancels = true },
        new(Killed with { Name = "cancelled after a request" }, at => [new("", FaultMode.BlackHoleAfter) { Offset = at }]) { Cancels = true },
        HttpFault.Of("cut off before", FaultMode.DropBefore),
        .. Bursts.Select(times => HttpFault.Of($"cut off after, {times} times", FaultMode.DropAfter, times)),
        HttpFault.Of("cut off within the answer", FaultMode.DropMidBody),
        HttpFault.Of("silence before", FaultMode.BlackHole),
        HttpFault.Of("silence after", FaultMode.BlackHoleAfter),
        HttpFault.Of("429", FaultMode.StatusBefore, status: 429),
        HttpFault.Of("429, Retry-After 1", FaultMode.StatusBefore, status: 429, wait: "1"),
        HttpFault.Of("429, Retry-After 86400", FaultMode.StatusBefore, status: 429, wait: "86400"),
        HttpFault.Of("429, Retry-After a date", FaultMode.StatusBefore, status: 429, wait: Tomorrow),
        .. Bursts.Select(times => HttpFault.Of($"503 before, {times} times", FaultMode.StatusBefore, times)),
        .. Bursts.Select(times => HttpFault.Of($"503 after, {times} times", FaultMode.StatusAfter, times)),
        .. new[] { 500, 502, 504 }.SelectMany(status => new[]
        {
            HttpFault.Of($"{status} before", FaultMode.StatusBefore, status: status),
            HttpFault.Of($"{status} after", FaultMode.StatusAfter, status: status),
        }),
        new(new("401 from here on") { EndsWithRun = true }, at => [new("", FaultMode.StatusBefore) { Offset = at, Times = int.MaxValue - at, Status = 401, ErrorCode = "UNAUTHENTICATED" }]),
        HttpFault.Of("exists already, before", FaultMode.StatusBefore, status: 409, code: "RESOURCE_ALREADY_EXISTS"),
        HttpFault.Of("exists already, after", FaultMode.StatusAfter, status: 409, code: "RESOURCE_ALREADY_EXISTS"),
        HttpFault.Of("half an answer", FaultMode.TruncatedJson),
        HttpFault.Of("a page", FaultMode.HtmlPage),
        HttpFault.Of("a field twice", FaultMode.DuplicateKeys),
        HttpFault.Of("one old read", FaultMode.PastRead),
        HttpFault.Of("two old reads", FaultMode.PastRead, 2),
        new(new("done twice") { LeavesEntry = true }, at => [new("", FaultMode.Twice) { Offset = at }]),
    ];

    // Of the second rule's requests, the one that the first takes is none.
    private static FaultRule[] KillAfter(int at) => [new("", FaultMode.DropAfter) { Offset = at }, .. Kill(at)];

    private static FaultRule[] Kill(int at) => [new("", FaultMode.DropBefore) { Offset = at, Times = int.MaxValue - at }];
}
