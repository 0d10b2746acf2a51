namespace ModelOps.Sandbox.Traces;

/// <summary>Keys of tags and metadata that MLflow itself sets.</summary>
internal static class TraceKeys
{
    public const string ArtifactLocation = "mlflow.artifactLocation";

    public const string SpansLocation = "mlflow.trace.spansLocation";

    public const string Name = "mlflow.traceName";

    public const string SourceRun = "mlflow.sourceRun";

    public const string Session = "mlflow.trace.session";

    public const string User = "mlflow.trace.user";

    public const string TokenUsage = "mlflow.trace.tokenUsage";

    public const string Cost = "mlflow.trace.cost";

    public const string SizeStats = "mlflow.trace.sizeStats";

    /// <summary>Set when a caller has sent what is known of the whole trace.</summary>
    public const string InfoFinalized = "mlflow.trace.infoFinalized";

    /// <summary>Value of <see cref="SpansLocation"/>: the spans are in the tables.</summary>
    public const string TrackingStore = "TRACKING_STORE";
}
