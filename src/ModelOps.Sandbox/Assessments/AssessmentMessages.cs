using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Assessments;

/// <summary>Fields of the messages about assessments.</summary>
internal static class AssessmentMessages
{
    private const string OneOfTheValues = "value";

    private static readonly Dictionary<string, int> SourceTypes = new(StringComparer.Ordinal)
    {
        ["SOURCE_TYPE_UNSPECIFIED"] = 0,
        ["HUMAN"] = 1,
        ["LLM_JUDGE"] = 2,
        ["CODE"] = 3,
    };

    private static readonly MessageShape Source = new(Field.Choice("source_type", SourceTypes), Field.Text("source_id"));

    private static readonly MessageShape Error = new(Field.Text("error_code"), Field.Text("error_message"), Field.Text("stack_trace"));

    private static readonly MessageShape Feedback = new(Field.Json("value"), Field.Message("error", Error));

    private static readonly MessageShape Expectation = new(
        Field.Json("value"), Field.Message("serialized_value", new(Field.Text("serialization_format"), Field.Text("value"))));

    /// <summary>An assessment.</summary>
    public static MessageShape Assessment { get; } = new(
        Field.Text("assessment_id"),
        Field.Text("assessment_name"),
        Field.Text("trace_id"),
        Field.Text("span_id"),
        Field.Message("source", Source),
        Field.Time("create_time"),
        Field.Time("last_update_time"),
        Field.Message("feedback", Feedback) with { Group = OneOfTheValues },
        Field.Message("expectation", Expectation) with { Group = OneOfTheValues },
        Field.Message("issue", new(Field.Text("issue_name"))) with { Group = OneOfTheValues },
        Field.Text("rationale"),
        Field.Map("metadata"),
        Field.Message("error", Error),
        Field.Text("overrides"),
        Field.Flag("valid"));

    /// <summary>The name of a kind of source.</summary>
    public static string SourceType(int number) => SourceTypes.First(pair => pair.Value == number).Key;
}
