using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelOps.Core.Contract;

/// <summary>Writes a value of the toolkit as its text.</summary>
internal sealed class TextValueConverter<T>(Func<string, T> parse) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString() ?? throw new JsonException("Expected text."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
