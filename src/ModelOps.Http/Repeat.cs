namespace ModelOps.Http;

/// <summary>When a call may be sent again.</summary>
internal enum Repeat
{
    /// <summary>
    /// Only where the server certainly did nothing: no connection was made, or it answered 429. For what creates something.
    /// </summary>
    WhenNotDone,

    /// <summary>After every passing failure. For reads, and for writes that lead to the same state when done twice.</summary>
    Always,
}
