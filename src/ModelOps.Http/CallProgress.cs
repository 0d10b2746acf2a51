namespace ModelOps.Http;

/// <summary>How far a call has come, over all of its tries.</summary>
/// <param name="call">The call.</param>
/// <param name="start">Timestamp of its begin.</param>
internal sealed class CallProgress(HttpCall call, long start)
{
    /// <summary>The call.</summary>
    public HttpCall Call { get; } = call;

    /// <summary>Timestamp of its begin.</summary>
    public long Start { get; } = start;

    /// <summary>How often it was sent.</summary>
    public int Tries { get; set; }

    /// <summary>Whether it was sent again with new credentials, which happens once.</summary>
    public bool IsRenewed { get; set; }
}
