using System.Text;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Json;

/// <summary>
/// Reads JSON of unknown origin: limits on depth and on the number of values; a repeated property is refused, since readers differ on which
/// one counts.
/// </summary>
internal static class SafeJson
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 64;

    /// <summary>Most values.</summary>
    public const int MaxValues = 500_000;

    /// <summary>Reads a text.</summary>
    /// <param name="source">The text and its place.</param>
    /// <param name="descriptor">Code under which problems are reported.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <returns>The root value; null after a problem.</returns>
    public static JsonTree? Parse(JsonSource source, DiagnosticDescriptor descriptor, List<Diagnostic> problems)
    {
        try
        {
            var reader = new Utf8JsonReader(source.Utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            var values = 0;
            reader.Read();
            var root = Read(ref reader, ref values);
            reader.Read();
            return root;
        }
        catch (RefusedJsonException refused)
        {
            problems.Add(descriptor.At(refused.Message, source.At(refused.Offset)));
        }
        catch (JsonException failure)
        {
            problems.Add(descriptor.At($"Not JSON: {Reason(failure)}", source.At(OffsetOf(source.Utf8, failure))));
        }
        catch (Exception failure) when (failure is InvalidOperationException or DecoderFallbackException)
        {
            problems.Add(descriptor.At("Not JSON: a text holds bytes or escapes that are not Unicode.", source.At(0)));
        }

        return null;
    }

    private static JsonTree Read(ref Utf8JsonReader reader, ref int values)
    {
        var offset = (int)reader.TokenStartIndex;
        if (++values > MaxValues)
        {
            throw new RefusedJsonException($"More than {MaxValues} values.", offset);
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, ref values, offset),
            JsonTokenType.StartArray => ReadArray(ref reader, ref values, offset),
            JsonTokenType.String => new(JsonValueKind.String, offset) { Text = reader.GetString()! },
            JsonTokenType.Number => new(JsonValueKind.Number, offset) { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
            JsonTokenType.True => new(JsonValueKind.True, offset),
            JsonTokenType.False => new(JsonValueKind.False, offset),
            _ => new(JsonValueKind.Null, offset),
        };
    }

    private static JsonTree ReadArray(ref Utf8JsonReader reader, ref int values, int offset)
    {
        var items = new List<JsonTree>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, ref values));
        }

        return new(JsonValueKind.Array, offset) { Items = items };
    }

    private static JsonTree ReadObject(ref Utf8JsonReader reader, ref int values, int offset)
    {
        var properties = new OrderedDictionary<string, JsonTree>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var place = (int)reader.TokenStartIndex;
            reader.Read();
            if (!properties.TryAdd(name, Read(ref reader, ref values)))
            {
                throw new RefusedJsonException($"The property \"{name}\" is there twice.", place);
            }
        }

        return new(JsonValueKind.Object, offset) { Properties = properties };
    }

    // The library's message ends with its own line and byte position, which are not those of the file.
    private static string Reason(JsonException failure)
    {
        var end = failure.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? failure.Message : failure.Message[..end];
    }

    private static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException failure)
    {
        var start = 0;
        for (var line = failure.LineNumber ?? 0; line > 0; line--)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return start + (int)(failure.BytePositionInLine ?? 0);
    }
}
