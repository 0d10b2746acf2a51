namespace ModelOps.Http;

/// <summary>A call that got no answer.</summary>
/// <param name="tries">How often it was tried.</param>
/// <param name="cause">Failure of the last try.</param>
internal sealed class HttpCallException(int tries, Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>How often it was tried.</summary>
    public int Tries { get; } = tries;

    /// <summary>Whether the server may have done what the call asked for.</summary>
    public bool MayHaveHappened => !HttpFailure.WasNotSent(InnerException!);
}
