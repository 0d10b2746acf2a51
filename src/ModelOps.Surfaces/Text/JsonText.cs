using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelOps.Surfaces.Text;

/// <summary>Writes JSON files the same way on every machine.</summary>
internal static class JsonText
{
    // The files are read by tools and editors, never inside HTML, so quotes and plus signs stay readable.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonObject document) => document.ToJsonString(Options) + "\n";

    public static JsonArray Array(IEnumerable<string> items) => [.. items.Select(item => (JsonNode)item)];
}
