using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ModelOps.Testing.MlflowServer;

/// <summary>Parameters of a request, checked the way MLflow checks them: from the query for GET, from the JSON body otherwise.</summary>
internal sealed partial class MlflowRequest
{
    private readonly JsonObject? _body;
    private readonly IQueryCollection _query;

    public MlflowRequest(HttpRequest request, string body)
    {
        _query = request.Query;
        if (HttpMethods.IsGet(request.Method))
        {
            return;
        }

        if (HttpMethods.IsPost(request.Method) && request.ContentType?.Split(';')[0].Trim() != "application/json")
        {
            throw MlflowFault.Invalid("Bad Request. Content-Type must be one of ['application/json'].");
        }

        _body = JsonNode.Parse(body) as JsonObject ?? throw new MlflowFault(500, "INTERNAL_ERROR", "The body is no JSON object.");
    }

    /// <summary>A parameter that must be there and not empty.</summary>
    public string Text(string name) => OptionalText(name) is { Length: > 0 } value
        ? value
        : throw MlflowFault.Invalid($"Missing value for required parameter '{name}'. See the API docs for more information about request parameters.");

    /// <summary>A parameter that may be left out.</summary>
    public string? OptionalText(string name)
    {
        if (_body is null)
        {
            return _query.TryGetValue(name, out var values) ? values[^1] : null;
        }

        return _body[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            var other => throw MlflowFault.Invalid($"Invalid value {other.ToJsonString()} for parameter '{name}' supplied."),
        };
    }

    /// <summary>A whole number; MLflow's own client sends one, not text.</summary>
    public long? Number(string name)
    {
        if (_body is null)
        {
            return _query.TryGetValue(name, out var values)
                ? long.TryParse(values[^1], CultureInfo.InvariantCulture, out var number) ? number : throw MlflowFault.Invalid($"Invalid value for parameter '{name}'.")
                : null;
        }

        return _body[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<long>(out var number) => number,
            var other => throw MlflowFault.Invalid($"Invalid value {other.ToJsonString()} for parameter '{name}' supplied."),
        };
    }

    /// <summary>A version number: text of digits.</summary>
    public int Version()
    {
        var text = _body is null ? OptionalText("version") ?? "" : Text("version");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw MlflowFault.Invalid($"Parameter 'version' must be an integer, got '{text}'.");
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name) => _body is null
        ? [.. _query[name].OfType<string>()]
        : _body[name] switch
        {
            null => [],
            JsonArray array => [.. array.Select(item => item!.GetValue<string>())],
            var other => throw MlflowFault.Invalid($"Invalid value {other.ToJsonString()} for parameter '{name}' supplied."),
        };

    /// <summary>Tags with checked keys and values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags(int maxValue) => Pairs("tags", maxValue);

    /// <summary>Keys and values of a list, checked as those of tags.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string name, int maxValue) =>
        _body![name] is JsonArray pairs ? [.. pairs.Select(pair => CheckTag((string?)pair!["key"] ?? "", (string?)pair["value"], maxValue))] : [];

    /// <summary>Metrics with checked names, the ones that count last: of a name the highest step, of a step the latest time.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonNode>> Metrics() => _body!["metrics"] is not JsonArray metrics ? [] :
    [
        .. metrics.OrderBy(metric => (long?)metric!["step"] ?? 0).ThenBy(metric => (long?)metric!["timestamp"] ?? 0)
            .Select(metric => KeyValuePair.Create(CheckTag((string?)metric!["key"] ?? "", "", 0).Key, Kept(metric["value"]!))),
    ];

    // No database keeps infinity.
    private static JsonNode Kept(JsonNode value) => value.ToString() switch
    {
        "Infinity" => JsonValue.Create(double.MaxValue),
        "-Infinity" => JsonValue.Create(double.MinValue),
        _ => value.DeepClone(),
    };

    /// <summary>Checks a tag.</summary>
    public static KeyValuePair<string, string> CheckTag(string key, string? value, int maxValue)
    {
        if (!TagKey().IsMatch(key) || key.Length > 250 || key.Split('/').Any(segment => segment is "" or "." or ".."))
        {
            throw MlflowFault.Invalid($"Invalid value \"{key}\" for parameter 'key' supplied.");
        }

        return value is null || value.Length > maxValue ? throw MlflowFault.Invalid($"Invalid value of tag {key}.") : new(key, value);
    }

    [GeneratedRegex(@"\A[/\w.\- :]+\z")]
    private static partial Regex TagKey();
}
