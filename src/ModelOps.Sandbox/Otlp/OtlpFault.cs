namespace ModelOps.Sandbox.Otlp;

/// <summary>A failure of the OpenTelemetry endpoint, which has a form of its own.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="detail">What is said.</param>
internal sealed class OtlpFault(int status, string detail) : Exception(detail)
{
    public int Status => status;

    public static OtlpFault Bad(string detail) => new(StatusCodes.Status400BadRequest, detail);

    public static OtlpFault Unreadable() => Bad("Invalid OpenTelemetry format");

    public static OtlpFault NoSpan() => new(StatusCodes.Status422UnprocessableEntity, "Cannot convert OpenTelemetry span to MLflow span");
}
