using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Contract;

/// <summary>The JSON form of values, the same in every output, report and ledger.</summary>
internal static class ValueJson
{
    private static readonly JsonWriterOptions Printed = new() { Indented = true, Encoder = PrintedJson.Encoder };

    /// <summary>Serializer options: camel case, enumerations by name, values of the toolkit as text.</summary>
    /// <param name="types">What is known of the types that are written.</param>
    /// <param name="choices">Converters of their enumerations, from <see cref="Choice"/>.</param>
    public static JsonSerializerOptions Create(IJsonTypeInfoResolver types, params IEnumerable<JsonConverter> choices)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = LogSafeJson.Encoder, TypeInfoResolver = types };

        // As in the outputs of every host: one value has one text.
        options.Converters.Add(new TextValueConverter<ModelName>(ModelName.Parse));
        options.Converters.Add(new TextValueConverter<AliasName>(AliasName.Parse));
        options.Converters.Add(new TextValueConverter<Duration>(Duration.Parse));
        foreach (var choice in choices)
        {
            options.Converters.Add(choice);
        }

        return options;
    }

    /// <summary>Writes values of an enumeration by name, with hyphens.</summary>
    public static JsonConverter Choice<T>()
        where T : struct, Enum => new JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower);

    /// <summary>A value as a document that is kept.</summary>
    /// <param name="value">The value.</param>
    /// <param name="written">How it is written; knows the type.</param>
    public static byte[] Document<T>(T value, JsonSerializerOptions written) => JsonSerializer.SerializeToUtf8Bytes(value, written.GetTypeInfo(typeof(T)));

    /// <summary>One document as it is printed.</summary>
    public static string Print(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Printed))
        {
            write(writer);
        }

        return PrintedJson.Disarm(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>A value as it is printed.</summary>
    public static string Print(object value, JsonTypeInfo type) => Print(writer => JsonSerializer.Serialize(writer, value, type));
}
