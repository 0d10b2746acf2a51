using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>Writes an output's value as the text that build hosts carry.</summary>
public static class OutputText
{
    /// <summary>Plain text for a simple value (a time in ISO 8601, UTC), JSON for a list or record, an empty text for null.</summary>
    /// <param name="value">Value of an output.</param>
    public static string Of(object? value) => value switch
    {
        DateTimeOffset => OutputTable.CellOf(value),
        string or bool or Enum or IFormattable => InputText.Of(value)!,
        null => "",
        ModelName or AliasName => value.ToString()!,
        _ => ValueJson.Print(value),
    };
}
