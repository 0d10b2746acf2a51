using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>A record that is to be written.</summary>
/// <param name="Inputs">What a model is asked.</param>
/// <param name="Outputs">What it answered; null when nothing was sent.</param>
/// <param name="Expectations">What it should answer, null or an object.</param>
/// <param name="Tags">Tags, null or an object.</param>
/// <param name="Source">Where it comes from; null when nobody said.</param>
internal sealed record RecordDraft(JsonElement Inputs, JsonElement? Outputs, JsonElement? Expectations, JsonElement? Tags, RecordSource? Source)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    /// <summary>Hash of the inputs, whatever their order.</summary>
    public string InputHash
    {
        get
        {
            var sorted = new StringBuilder();
            PythonJson.AppendSorted(sorted, Inputs);
            return DatasetDigest.Hash(sorted.ToString());
        }
    }

    /// <summary>Who writes it; null when nobody said.</summary>
    public string? User => Tags is { } tags && tags.TryGetProperty(DatasetTags.User, out var user) ? TextOfJson.ToPlainText(user) : null;

    /// <summary>Reads a record.</summary>
    /// <exception cref="MlflowFault">It is none.</exception>
    public static RecordDraft Parse(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            throw MlflowFault.Internal($"'{PythonText.TypeOf(record)}' object has no attribute 'get'");
        }

        var inputs = Member(record, "inputs") ?? Nothing;
        return inputs.ValueKind == JsonValueKind.Null
            ? throw MlflowFault.Internal("inputs must be provided")
            : new(
                RequireObject(inputs, "inputs"),
                Member(record, "outputs"),
                ObjectOrNull(record, "expectations"),
                ObjectOrNull(record, "tags"),
                Member(record, "source") is { ValueKind: not JsonValueKind.Null } source ? RecordSource.Parse(source) : null);
    }

    private static JsonElement? Member(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? ObjectOrNull(JsonElement record, string name) =>
        Member(record, name) is { ValueKind: not JsonValueKind.Null } value ? RequireObject(value, name) : null;

    private static JsonElement RequireObject(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object
        ? value
        : throw MlflowFault.Internal($"Attribute '{name}' does not accept objects of type <class '{PythonText.TypeOf(value)}'>");
}
