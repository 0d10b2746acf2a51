namespace ModelOps.Sandbox.Faults;

/// <summary>What goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>The answer comes later.</summary>
    Latency,

    /// <summary>The answer is a failure.</summary>
    Status,

    /// <summary>The connection breaks.</summary>
    Drop,

    /// <summary>The answer comes slowly.</summary>
    SlowAnswer,

    /// <summary>New model versions take their time to become READY.</summary>
    SlowReady,
}
