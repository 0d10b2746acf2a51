using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelOps.Abstractions.IO;

namespace ModelOps.Sandbox.Protocol;

/// <summary>JSON in the layout of Python's <c>json.dumps</c>: a space after commas and colons, and ASCII only.</summary>
internal static class PythonJson
{
    /// <summary>A text in double quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2);
        AppendText(quoted, text);
        return quoted.ToString();
    }

    /// <summary>Appends a value.</summary>
    public static void Append(StringBuilder target, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(target, value.EnumerateObject(), Append);
                break;
            case JsonValueKind.Array:
                AppendAll(target, '[', value.EnumerateArray(), ']', Append);
                break;
            case JsonValueKind.String:
                AppendText(target, value.GetString()!);
                break;
            case JsonValueKind.Number:
                target.Append(NumberText(value));
                break;
            default:
                target.Append(value.GetRawText());
                break;
        }
    }

    /// <summary>Appends an object.</summary>
    /// <param name="target">Takes the text.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="appendValue">Appends the value of a property.</param>
    public static void AppendObject(StringBuilder target, IEnumerable<JsonProperty> properties, Action<StringBuilder, JsonElement> appendValue) =>
        AppendAll(target, '{', properties, '}', (target, property) =>
        {
            AppendText(target, property.Name);
            target.Append(": ");
            appendValue(target, property.Value);
        });

    /// <summary>Appends a value, the keys of its objects in the order of their code points.</summary>
    public static void AppendSorted(StringBuilder target, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(target, value.EnumerateObject().OrderBy(property => property.Name, Utf8Order.Instance), AppendSorted);
                break;
            case JsonValueKind.Array:
                AppendAll(target, '[', value.EnumerateArray(), ']', AppendSorted);
                break;
            default:
                Append(target, value);
                break;
        }
    }

    private static string NumberText(JsonElement number)
    {
        var text = number.GetRawText();
        return text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 || !double.IsFinite(number.GetDouble()) ? text : PythonFloat.Format(number.GetDouble());
    }

    private static void AppendAll<T>(StringBuilder target, char open, IEnumerable<T> items, char close, Action<StringBuilder, T> append)
    {
        target.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            target.Append(separator);
            append(target, item);
            separator = ", ";
        }

        target.Append(close);
    }

    private static void AppendText(StringBuilder target, string text)
    {
        target.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => target.Append("\\\""),
                '\\' => target.Append("\\\\"),
                '\n' => target.Append("\\n"),
                '\r' => target.Append("\\r"),
                '\t' => target.Append("\\t"),
                '\b' => target.Append("\\b"),
                '\f' => target.Append("\\f"),
                < ' ' or > '~' => target.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => target.Append(character),
            };
        }

        target.Append('"');
    }
}
