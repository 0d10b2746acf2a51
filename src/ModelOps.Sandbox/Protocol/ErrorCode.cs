namespace ModelOps.Sandbox.Protocol;

/// <summary>An error code of MLflow's API. Source: mlflow/exceptions.py and mlflow/error_classification.py of MLflow 3.11.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="SqlState">State that servers from 3.11 on add; null when they add none.</param>
/// <param name="ErrorClass">Class that servers from 3.11 on add; null when they add none.</param>
internal sealed record ErrorCode(string Name, int Status, string? SqlState, string? ErrorClass)
{
    public static readonly ErrorCode InvalidParameterValue = new("INVALID_PARAMETER_VALUE", 400, "KAM00", "INVALID_PARAMETER_VALUE");

    public static readonly ErrorCode BadRequest = new("BAD_REQUEST", 400, "KAM00", "INVALID_PARAMETER_VALUE");

    public static readonly ErrorCode ResourceAlreadyExists = new("RESOURCE_ALREADY_EXISTS", 400, "KAM00", "RESOURCE_ALREADY_EXISTS");

    public static readonly ErrorCode ResourceDoesNotExist = new("RESOURCE_DOES_NOT_EXIST", 404, "KAM00", "RESOURCE_NOT_FOUND");

    public static readonly ErrorCode NotFound = new("NOT_FOUND", 404, "KAM00", "RESOURCE_NOT_FOUND");

    public static readonly ErrorCode AttributeNotFound = new("INVALID_PARAMETER_VALUE", 400, "KAM04", "ATTRIBUTE_NOT_FOUND");

    public static readonly ErrorCode InternalError = new("INTERNAL_ERROR", 500, "XXM00", "CLIENT_INTERNAL_ERROR");

    public static readonly ErrorCode InvalidState = new("INVALID_STATE", 500, "XXM00", "CLIENT_INTERNAL_ERROR");

    public static readonly ErrorCode NotImplemented = new("NOT_IMPLEMENTED", 501, null, null);
}
