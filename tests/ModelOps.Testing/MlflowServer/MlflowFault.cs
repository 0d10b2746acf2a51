namespace ModelOps.Testing.MlflowServer;

/// <summary>An error in MLflow's form.</summary>
internal sealed class MlflowFault(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static MlflowFault Invalid(string message) => new(400, "INVALID_PARAMETER_VALUE", message);

    public static MlflowFault Missing(string message) => new(404, "RESOURCE_DOES_NOT_EXIST", message);

    public static MlflowFault Exists(string message) => new(400, "RESOURCE_ALREADY_EXISTS", message);
}
