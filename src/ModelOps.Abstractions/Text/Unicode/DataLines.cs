using System.Globalization;
using System.Text;

namespace ModelOps.Abstractions.Text.Unicode;

/// <summary>Reads the tables of Unicode that come with the toolkit.</summary>
internal static class DataLines
{
    /// <summary>The words of every line; what begins with <c>#</c> is a comment.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(DataLines).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split(' ');
            }
        }
    }

    /// <summary>A code point from its hexadecimal digits.</summary>
    public static int Point(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
