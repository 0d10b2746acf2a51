using System.Text.Json;
using System.Text.Json.Serialization;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Contract;

/// <summary>The JSON form of values, the same in every output, report and ledger.</summary>
internal static class ValueJson
{
    /// <summary>Serializer options: camel case, enumerations by name, values of the toolkit as text.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>A value as it is printed.</summary>
    public static string Print(object value) => PrintedJson.Disarm(JsonSerializer.Serialize(value, value.GetType(), Printed));

    private static JsonSerializerOptions Printed { get; } = new(Options) { Encoder = PrintedJson.Encoder };

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = LogSafeJson.Encoder };

        // As in the outputs of every host: one value has one text.
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new TextValueConverter<ModelName>(ModelName.Parse));
        options.Converters.Add(new TextValueConverter<AliasName>(AliasName.Parse));
        options.Converters.Add(new TextValueConverter<Duration>(Duration.Parse));
        return options;
    }
}
