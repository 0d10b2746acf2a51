using System.Text.Json.Nodes;

namespace ModelOps.Core.Contract;

/// <summary>Writes a value of an output as the text that build hosts carry.</summary>
public static class OutputText
{
    /// <summary>Plain text: a time in ISO 8601, UTC, a number with all its digits, an empty text for null; JSON is written as it is printed.</summary>
    /// <param name="value">A value that is neither a list nor a record.</param>
    public static string Of(object? value) => value switch
    {
        DateTimeOffset => OutputTable.CellOf(value),
        JsonNode node => ValueJson.Print(json => node.WriteTo(json)),
        _ => InputText.Of(value) ?? "",
    };
}
