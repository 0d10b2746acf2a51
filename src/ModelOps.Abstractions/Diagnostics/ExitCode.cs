namespace ModelOps.Abstractions.Diagnostics;

/// <summary>The one table of exit codes, the same on every front.</summary>
public enum ExitCode
{
    /// <summary>Done, or nothing to do.</summary>
    Ok = 0,

    /// <summary>A defect of the toolkit.</summary>
    InternalError = 1,

    /// <summary>Bad input or configuration.</summary>
    BadInput = 2,

    /// <summary>A gate, a check or a test failed.</summary>
    GateFailed = 3,

    /// <summary>Waiting for an approval: the evidence does not decide, and the policy leaves it to a person.</summary>
    WaitingForApproval = 4,

    /// <summary>Reserved: action needed. No verb returns it.</summary>
    ActionNeeded = 5,

    /// <summary>A remote system failed or did not answer in time.</summary>
    RemoteFailure = 6,

    /// <summary>The state moved while the verb ran: stale plan, alias changed.</summary>
    StateMoved = 7,

    /// <summary>Not enough evidence for a verdict: the champion stays.</summary>
    NotEnoughEvidence = 8,

    /// <summary>A check could not run; never reported as passed or failed.</summary>
    CouldNotRun = 9,

    /// <summary>Cancelled by the user or the host.</summary>
    Cancelled = 130,
}
