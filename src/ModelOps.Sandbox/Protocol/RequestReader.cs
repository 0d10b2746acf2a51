using System.Buffers;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Takes the JSON out of a request: the body, or the query of a GET.</summary>
internal static class RequestReader
{
    // A document of its own for every request, which disposes of it.
    private static JsonDocument Nothing => JsonDocument.Parse("{}");

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="shape">Its fields, which say what in a query is a list.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>An object; text that is no JSON counts as an empty one, as in MLflow.</returns>
    /// <exception cref="MlflowFault">The content type is missing or another, or a flag is no flag.</exception>
    /// <exception cref="InvalidDataException">The JSON is no object: MLflow answers with its page for internal errors.</exception>
    public static async ValueTask<JsonDocument> ReadAsync(HttpRequest request, MessageShape shape, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) && request.Query.Count > 0)
        {
            return OfQuery(request.Query, shape);
        }

        ContentTypes.RequireJson(request);
        var document = await ParseAsync(request, cancellationToken);
        if (document.RootElement.ValueKind == JsonValueKind.String)
        {
            // Old clients encode twice.
            document = JsonDocument.Parse(document.RootElement.GetString()!);
        }

        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => document,
            JsonValueKind.Null => Nothing,
            var kind => throw new InvalidDataException($"Expected an object, found {kind}."),
        };
    }

    private static async ValueTask<JsonDocument> ParseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await MessageBody.ParseAsync(request, cancellationToken);
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    private static JsonDocument OfQuery(IQueryCollection query, MessageShape shape)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in shape.Fields)
            {
                if (query.TryGetValue(field.Name, out var values))
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field, values);
                }
            }

            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter writer, Field field, IReadOnlyList<string?> values)
    {
        if (field.IsList)
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
        else if (field.Kind == FieldKind.Flag)
        {
            writer.WriteBooleanValue(bool.TryParse(values[0], out var flag)
                ? flag
                : throw MlflowFault.Invalid($"Invalid boolean value: {values[0]}, must be 'true' or 'false'."));
        }
        else
        {
            writer.WriteStringValue(values[0]);
        }
    }
}
