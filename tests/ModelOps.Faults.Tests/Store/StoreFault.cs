using ModelOps.Faults.Tests.Cells;

namespace ModelOps.Faults.Tests.Store;

/// <summary>A kind of fault of the embedded store.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="HasEffect">Whether what was called for was done.</param>
/// <param name="Cancels">Whether the run is cancelled when it meets the fault.</param>
internal sealed record StoreFault(FaultKind Kind, bool HasEffect, bool Cancels = false)
{
    private static readonly FaultKind Killed = new("killed") { EndsWithRun = true };

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<StoreFault> All { get; } =
    [
        new(Killed with { Name = "killed before a call" }, HasEffect: false),
        new(Killed with { Name = "killed after a call" }, HasEffect: true),
        new(Killed with { Name = "killed after a call, clocks 2 h apart", Skew = TimeSpan.FromHours(1) }, HasEffect: true),
        new(Killed with { Name = "cancelled before a call" }, HasEffect: false, Cancels: true),
        new(Killed with { Name = "cancelled after a call" }, HasEffect: true, Cancels: true),
        new(new("failed before"), HasEffect: false),
        new(new("failed after"), HasEffect: true),
    ];
}
