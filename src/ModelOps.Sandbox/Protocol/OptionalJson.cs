using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Writes members that are left out when there is nothing to say.</summary>
internal static class OptionalJson
{
    /// <summary>Writes a text, unless it is null.</summary>
    public static void WriteIfSet(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
