using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ModelOps.Sandbox.Protocol;

/// <summary>What a call answers: a record, written as JSON.</summary>
/// <param name="Write">Writes the JSON.</param>
internal sealed record Answer(Action<Utf8JsonWriter> Write)
{
    /// <summary>Whether MLflow answers with a dictionary instead of a message, which its web framework writes.</summary>
    public bool IsDictionary { get; init; }

    /// <summary>An empty object.</summary>
    public static Answer Empty { get; } = new(writer =>
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    });

    /// <summary>A record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="type">How it is written: snake case, NaN and infinities as text, nothing for null.</param>
    public static Answer Of<T>(T value, JsonTypeInfo<T> type) => new(writer => JsonSerializer.Serialize(writer, value, type));
}
