namespace ModelOps.Mlflow;

/// <summary>Cause of a failed call, for code that goes on in some cases.</summary>
/// <param name="errorCode">The server's error code; empty when it gave none.</param>
/// <param name="mayHaveHappened">Whether the server may have done what the call asked for.</param>
/// <param name="cause">Failure of the connection; null when there was an answer.</param>
internal sealed class MlflowCallException(string errorCode, bool mayHaveHappened, Exception? cause = null) : Exception(errorCode, cause)
{
    /// <summary>The server's error code; empty when it gave none.</summary>
    public string ErrorCode { get; } = errorCode;

    /// <summary>Whether the server may have done what the call asked for.</summary>
    public bool MayHaveHappened { get; } = mayHaveHappened;
}
