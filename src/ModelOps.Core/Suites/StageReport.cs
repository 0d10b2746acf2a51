using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Processes;
using ModelOps.Core.Suites.Results;

namespace ModelOps.Core.Suites;

/// <summary>What became of a stage.</summary>
/// <param name="Plan">The stage.</param>
/// <param name="Status">How it ended.</param>
internal sealed record StageReport(StagePlan Plan, StageStatus Status)
{
    /// <summary>What its tests said.</summary>
    public TestResults Results { get; init; } = new([]);

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Findings, in order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What its command was kept from; null in a trusted build.</summary>
    public Isolation? Isolation { get; init; }

    /// <summary>Number of tests that ran.</summary>
    public int Ran => Results.Passed + Results.Failed;

    /// <summary>Exit code that the stage alone would have.</summary>
    public ExitCode ExitCode => Status switch
    {
        StageStatus.Failed => ExitCode.GateFailed,
        StageStatus.CouldNotRun => ExitCode.CouldNotRun,
        _ => ExitCode.Ok,
    };
}
