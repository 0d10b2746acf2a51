namespace ModelOps.Sandbox.Spans;

/// <summary>Attributes of spans that MLflow knows.</summary>
internal static class SpanKeys
{
    public const string TraceId = "mlflow.traceRequestId";

    public const string Type = "mlflow.spanType";

    public const string Inputs = "mlflow.spanInputs";

    public const string Outputs = "mlflow.spanOutputs";

    public const string TokenUsage = "mlflow.chat.tokenUsage";

    public const string Model = "mlflow.llm.model";

    public const string Provider = "mlflow.llm.provider";

    public const string Cost = "mlflow.llm.cost";

    public const string Session = "session.id";

    public const string User = "user.id";
}
