using System.Text;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Any JSON as it is after protocol buffers have had it, in the layout of Python: every number has a fraction.</summary>
internal static class ProtoValue
{
    /// <summary>A value as text.</summary>
    public static string Dump(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder target, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                target.Append(PythonFloat.Format(value.GetDouble()));
                break;
            case JsonValueKind.Object:
                PythonJson.AppendObject(target, value.EnumerateObject(), Append);
                break;
            case JsonValueKind.Array:
                var separator = "[";
                foreach (var item in value.EnumerateArray())
                {
                    target.Append(separator);
                    Append(target, item);
                    separator = ", ";
                }

                target.Append(separator == "[" ? "[]" : "]");
                break;
            default:
                PythonJson.Append(target, value);
                break;
        }
    }
}
