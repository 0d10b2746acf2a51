using System.Buffers;
using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Registry.Models;
using ModelOps.Sandbox.Registry.Versions;

namespace ModelOps.Sandbox.Registry;

/// <summary>Keys of many rows as one parameter: a JSON array that <c>json_each</c> takes apart, so that the SQL is the same for any number.</summary>
internal static class NameList
{
    /// <summary>An array of names.</summary>
    public static string Of(IReadOnlyList<WireModel> models) => Write(models, static (writer, model) => writer.WriteStringValue(model.Name));

    /// <summary>An array of pairs of name and number.</summary>
    public static string Of(IReadOnlyList<WireVersion> versions) => Write(versions, static (writer, version) =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue(version.Name);
        writer.WriteRawValue(version.Version);
        writer.WriteEndArray();
    });

    private static string Write<T>(IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                write(writer, row);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
