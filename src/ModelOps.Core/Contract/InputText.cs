using System.Collections;
using System.Globalization;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Contract;

/// <summary>Writes an input's value the way the binder would read it.</summary>
public static class InputText
{
    /// <summary>Text of a value; null for null and for an empty list.</summary>
    /// <param name="value">A value of an input's type.</param>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        Enum choice => ChoiceText.Of(choice),
        IEnumerable list => list.Cast<object>().Select(Of).ToArray() is { Length: > 0 } texts ? string.Join(", ", texts) : null,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
