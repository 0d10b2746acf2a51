using System.Text;

namespace ModelOps.Evaluation.Reading;

/// <summary>
/// NaN and Infinity as Python's json and pandas write them, which is no JSON. NaN is what has no value, so it becomes null; Infinity becomes
/// a text, which no column of numbers takes. Columns that nobody names may then hold them.
/// </summary>
internal static class BareNumbers
{
    /// <summary>The line as JSON.</summary>
    /// <returns>Null when there is no such number outside of texts.</returns>
    public static byte[]? Quote(ReadOnlySpan<byte> line)
    {
        var copy = new List<byte>(line.Length + 16);
        var (isText, found) = (false, false);
        for (var place = 0; place < line.Length;)
        {
            var rest = line[place..];
            var (length, json) = isText ? (0, "") : Match(rest);
            if (length > 0)
            {
                copy.AddRange(Encoding.ASCII.GetBytes(json));
                (place, found) = (place + length, true);
                continue;
            }

            // What follows a backslash in a text does not end it.
            var step = isText && rest[0] == '\\' ? Math.Min(2, rest.Length) : 1;
            isText ^= rest[0] == '"';
            copy.AddRange(rest[..step]);
            place += step;
        }

        return found ? [.. copy] : null;
    }

    private static (int Length, string Json) Match(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("NaN"u8) ? (3, "null")
        : rest.StartsWith("Infinity"u8) ? (8, "\"Infinity\"")
        : rest.StartsWith("-Infinity"u8) ? (9, "\"-Infinity\"")
        : (0, "");
}
