using System.Globalization;
using System.Text;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Makes the JSON of attributes, in the layout of Python but with letters beyond ASCII as they are.</summary>
internal static class ValueText
{
    /// <summary>Values in values, at most.</summary>
    public const int MostDepth = 100;

    /// <summary>No value.</summary>
    public const string Null = "null";

    /// <summary>A number with a fraction; one that JSON does not have becomes text.</summary>
    public static string Number(double number) => double.IsFinite(number)
        ? PythonFloat.Format(number)
        : double.IsNaN(number) ? "\"NaN\"" : number > 0 ? "\"Infinity\"" : "\"-Infinity\"";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Flag(bool flag) => flag ? "true" : "false";

    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    public static string Members(IEnumerable<KeyValuePair<string, string>> members) =>
        $"{{{string.Join(", ", members.Select(member => $"{Text(member.Key)}: {member.Value}"))}}}";

    /// <summary>Text in quotes.</summary>
    public static string Text(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                < ' ' => quoted.Append("\\u").Append(((int)sign).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(sign),
            };
        }

        return quoted.Append('"').ToString();
    }
}
