using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Runs;

/// <summary>Fields and checks that several calls about runs share.</summary>
internal static class RunMessages
{
    public static readonly Field RunId = Field.Text("run_id");

    /// <summary>The run's former name, which old clients still send.</summary>
    public static readonly Field RunUuid = Field.Text("run_uuid");

    public static readonly ParameterRules RunIdRules = ParameterRules.RequiredText("run_id");

    public static readonly IReadOnlyDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        ["RUNNING"] = 1,
        ["SCHEDULED"] = 2,
        ["FINISHED"] = 3,
        ["FAILED"] = 4,
        ["KILLED"] = 5,
    };

    public static readonly MessageShape Metric = new(
        Field.Text("key"),
        Field.Number("value"),
        Field.Integer("timestamp"),
        Field.Integer("step"),
        Field.Text("dataset_name"),
        Field.Text("dataset_digest"),
        Field.Text("model_id"));

    public static readonly MessageShape DatasetInput = new(
        Field.Message("tags", MessageShape.KeyValue).Many,
        Field.Message(
            "dataset",
            new(
                Field.Text("name"),
                Field.Text("digest"),
                Field.Text("source_type"),
                Field.Text("source"),
                Field.Text("schema"),
                Field.Text("profile"))));

    public static readonly MessageShape Model = new(Field.Text("model_id"), Field.Integer("step"));

    /// <summary>The run that a request is about.</summary>
    public static string RunIdOf(Message request) => request.Text("run_id") is { Length: > 0 } id ? id : request.Text("run_uuid");

    /// <summary>Requires fields of every item of a list.</summary>
    public static Rule EachHas(string list, params string[] fields) => new(value =>
    {
        var index = 0;
        foreach (var item in value!.Value.EnumerateArray())
        {
            if (Array.Find(fields, field => !item.TryGetProperty(field, out var sent) || Rule.IsAbsent(sent)) is { } missing)
            {
                return $"Missing value for required parameter '{list}[{index}].{missing}'.";
            }

            index++;
        }

        return null;
    });
}
