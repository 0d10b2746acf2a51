using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Suites;

/// <summary>One exit code for all stages of a call.</summary>
/// <remarks>
/// Bad input comes first: nothing was tried. Then what could not run, because a verdict on the rest would look like one on everything; a server
/// that failed says why. A failed test comes last: its finding is reported in any case.
/// </remarks>
internal static class TestVerdict
{
    private static readonly ExitCode[] FromBestToWorst =
        [ExitCode.Ok, ExitCode.GateFailed, ExitCode.CouldNotRun, ExitCode.RemoteFailure, ExitCode.StateMoved, ExitCode.BadInput];

    /// <summary>The worst of several exit codes; Ok when there are none.</summary>
    public static ExitCode Worst(IEnumerable<ExitCode> exitCodes) => exitCodes.Append(ExitCode.Ok).MaxBy(Rank);

    private static int Rank(ExitCode exitCode) => Array.IndexOf(FromBestToWorst, exitCode) is >= 0 and var rank ? rank : FromBestToWorst.Length;
}
