namespace ModelOps.Sandbox.Protocol;

/// <summary>A failure that the caller is told in MLflow's form.</summary>
internal sealed class MlflowFault(ErrorCode code, string message) : Exception(message)
{
    public ErrorCode Code => code;

    public static MlflowFault Invalid(string message) => new(ErrorCode.InvalidParameterValue, message);

    public static MlflowFault Missing(string message) => new(ErrorCode.ResourceDoesNotExist, message);

    public static MlflowFault NoLoggedModel(string modelId) => Missing($"Logged model with ID '{modelId}' not found.");

    public static MlflowFault Exists(string message) => new(ErrorCode.ResourceAlreadyExists, message);

    public static MlflowFault Internal(string message) => new(ErrorCode.InternalError, message);
}
