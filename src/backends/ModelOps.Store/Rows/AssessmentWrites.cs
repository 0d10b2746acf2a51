using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>assessments</c>, as MLflow does.</summary>
internal static class AssessmentWrites
{
    private const string Add =
        """
        INSERT INTO assessments (assessment_id, trace_id, name, assessment_type, value, error, created_timestamp, last_updated_timestamp,
            source_type, source_id, run_id, span_id, rationale, overrides, valid, assessment_metadata)
        VALUES ($id, $trace, $name, $type, $value, $error, $created, $updated, $sourceType, $source, $run, $span, $rationale, $overrides, $valid, $metadata)
        """;

    /// <summary>Adds an assessment; one that is there is refused by the schema.</summary>
    public static void Insert(StoreConnection connection, AssessmentRow row) => connection.Execute(Add, Parameters(row));

    /// <summary>Adds an assessment, or replaces it.</summary>
    public static void Set(StoreConnection connection, AssessmentRow row) => connection.Execute(
        $"""
        {Add}
        ON CONFLICT (assessment_id) DO UPDATE SET trace_id = excluded.trace_id, name = excluded.name, assessment_type = excluded.assessment_type,
            value = excluded.value, error = excluded.error, created_timestamp = excluded.created_timestamp,
            last_updated_timestamp = excluded.last_updated_timestamp, source_type = excluded.source_type, source_id = excluded.source_id,
            run_id = excluded.run_id, span_id = excluded.span_id, rationale = excluded.rationale, overrides = excluded.overrides,
            valid = excluded.valid, assessment_metadata = excluded.assessment_metadata
        """,
        Parameters(row));

    /// <summary>Changes what callers may change of an assessment.</summary>
    public static void Update(StoreConnection connection, AssessmentRow row) => connection.Execute(
        """
        UPDATE assessments SET name = $name, value = $value, error = $error, rationale = $rationale, assessment_metadata = $metadata,
            last_updated_timestamp = $updated
        WHERE assessment_id = $id AND trace_id = $trace
        """,
        ("$id", row.Id), ("$trace", row.TraceId), ("$name", row.Name), ("$value", row.Value), ("$error", row.Error),
        ("$rationale", row.Rationale), ("$metadata", row.Metadata), ("$updated", row.Updated));

    /// <summary>Says whether an assessment counts.</summary>
    /// <returns>Whether there is such an assessment.</returns>
    public static bool SetValid(StoreConnection connection, string traceId, string id, bool isValid) => connection.Execute(
        "UPDATE assessments SET valid = $valid WHERE assessment_id = $id AND trace_id = $trace",
        ("$id", id), ("$trace", traceId), ("$valid", isValid)) > 0;

    /// <summary>Removes an assessment.</summary>
    public static void Delete(StoreConnection connection, string traceId, string id) => connection.Execute(
        "DELETE FROM assessments WHERE assessment_id = $id AND trace_id = $trace", ("$id", id), ("$trace", traceId));

    private static (string Name, object? Value)[] Parameters(AssessmentRow row) =>
    [
        ("$id", row.Id), ("$trace", row.TraceId), ("$name", row.Name), ("$type", row.Type), ("$value", row.Value), ("$error", row.Error),
        ("$created", row.Created), ("$updated", row.Updated), ("$sourceType", row.SourceType), ("$source", row.SourceId), ("$run", row.RunId),
        ("$span", row.SpanId), ("$rationale", row.Rationale), ("$overrides", row.Overrides), ("$valid", row.IsValid), ("$metadata", row.Metadata),
    ];
}
