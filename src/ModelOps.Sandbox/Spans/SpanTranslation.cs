using System.Globalization;
using System.Text.Json;

namespace ModelOps.Sandbox.Spans;

/// <summary>Adds MLflow's own attributes to spans of programs that follow other conventions.</summary>
internal static class SpanTranslation
{
    /// <summary>The attributes to keep.</summary>
    public static List<KeyValuePair<string, string>> Apply(SpanData span)
    {
        var attributes = span.Attributes.Select(pair => KeyValuePair.Create(pair.Key, Unwrap(pair.Value))).ToList();
        var values = attributes.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        AddIfMissing(SpanKeys.Type, Type(values));
        AddIfMissing(SpanKeys.Inputs, First(values, SpanConventions.Inputs));
        AddIfMissing(SpanKeys.Outputs, First(values, SpanConventions.Outputs));
        AddIfMissing(SpanKeys.TokenUsage, Usage(values));
        AddIfMissing(SpanKeys.Model, First(values, SpanConventions.Models));
        AddIfMissing(SpanKeys.Provider, First(values, SpanConventions.Providers));
        return attributes;

        void AddIfMissing(string key, string? value)
        {
            if (value is not null && values.TryAdd(key, value))
            {
                attributes.Add(new(key, value));
            }
        }
    }

    private static string? Type(Dictionary<string, string> values)
    {
        foreach (var (key, types) in SpanConventions.Types)
        {
            if (values.TryGetValue(key, out var kind) && types.TryGetValue(kind.Trim('"'), out var type))
            {
                return $"\"{type}\"";
            }
        }

        return null;
    }

    private static string? Usage(Dictionary<string, string> values)
    {
        foreach (var (inputKey, outputKey, totalKey) in SpanConventions.Tokens)
        {
            if (Count(values, inputKey) is > 0 and var input && Count(values, outputKey) is > 0 and var output)
            {
                var total = Count(values, totalKey) ?? input + output;
                return string.Create(CultureInfo.InvariantCulture, $"{{\"input_tokens\": {input}, \"output_tokens\": {output}, \"total_tokens\": {total}}}");
            }
        }

        return null;
    }

    private static long? Count(Dictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var text) && long.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? First(Dictionary<string, string> values, IReadOnlyList<string> keys) => keys.Select(key => values.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);

    // Clients send values as JSON text: text that holds an object, a list, or text in quotes, is that.
    private static string Unwrap(string json)
    {
        if (json is not ['"', ..] || json.AsSpan(1).TrimStart() is not ['{' or '[' or '\\', ..])
        {
            return json;
        }

        try
        {
            using var outer = JsonDocument.Parse(json);
            var text = outer.RootElement.GetString()!;
            using var inner = JsonDocument.Parse(text);
            return inner.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String ? text : json;
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
