namespace ModelOps.Http;

/// <summary>A call that got no answer.</summary>
/// <param name="tries">How often it was tried.</param>
/// <param name="cause">Failure of the last try.</param>
/// <param name="failure">What it tells.</param>
internal sealed class HttpCallException(int tries, Exception cause, ConnectionFailure failure) : Exception(failure.Text, cause)
{
    /// <summary>How often it was tried.</summary>
    public int Tries { get; } = tries;

    /// <summary>What kind of failure the last one was.</summary>
    public FailureKind Kind => failure.Kind;

    /// <summary>Whether the server may have done what the call asked for.</summary>
    public bool MayHaveHappened => !HttpFailure.WasNotSent(InnerException!);
}
