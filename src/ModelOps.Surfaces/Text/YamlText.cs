using System.Text.Json;

namespace ModelOps.Surfaces.Text;

/// <summary>Writes text as a YAML scalar that reads back as the same text.</summary>
internal static class YamlText
{
    /// <summary>A quoted scalar: single quotes, or double quotes for what single quotes cannot hold on one line.</summary>
    public static string Quote(string text) =>
        text.Any(char.IsControl) ? JsonSerializer.Serialize(text) : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
