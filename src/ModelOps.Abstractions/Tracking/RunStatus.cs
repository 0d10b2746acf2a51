namespace ModelOps.Abstractions.Tracking;

/// <summary>State of a run.</summary>
public enum RunStatus
{
    /// <summary>Under way, or left behind by a killed process.</summary>
    Running,

    /// <summary>Waiting to start.</summary>
    Scheduled,

    /// <summary>Ended well.</summary>
    Finished,

    /// <summary>Ended badly.</summary>
    Failed,

    /// <summary>Was ended.</summary>
    Killed,
}
