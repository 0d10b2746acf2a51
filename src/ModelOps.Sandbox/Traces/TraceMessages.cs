using ModelOps.Sandbox.Assessments;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Traces;

/// <summary>Fields of the messages about traces.</summary>
internal static class TraceMessages
{
    private static readonly MessageShape Location = new(
        Field.Choice(
            "type",
            new Dictionary<string, int>(StringComparer.Ordinal) { ["TRACE_LOCATION_TYPE_UNSPECIFIED"] = 0, ["MLFLOW_EXPERIMENT"] = 1, ["INFERENCE_TABLE"] = 2 }),
        Field.Message("mlflow_experiment", new(Field.Text("experiment_id"))),
        Field.Message("inference_table", new(Field.Text("full_table_name"))));

    /// <summary>Where to search.</summary>
    public static Field Locations { get; } = Field.Message("locations", Location).Many;

    /// <summary>A trace, as the form of release 3 has it.</summary>
    public static Field Trace { get; } = Field.Message("trace", new(Field.Message("trace_info", new(
        Field.Text("trace_id"),
        Field.Text("client_request_id"),
        Field.Message("trace_location", Location),
        Field.Text("request_preview"),
        Field.Text("response_preview"),
        Field.Time("request_time"),
        Field.Duration("execution_duration"),
        Field.Choice("state", TraceStates.Numbers),
        Field.Map("trace_metadata"),
        Field.Message("assessments", AssessmentMessages.Assessment).Many,
        Field.Map("tags")))));

    /// <summary>The experiment of a location; null when it names none.</summary>
    public static string? ExperimentOf(Message? location) => location?.Part("mlflow_experiment")?.Text("experiment_id").NullIfEmpty();
}
