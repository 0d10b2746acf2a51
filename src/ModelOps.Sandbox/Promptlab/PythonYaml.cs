using System.Text.RegularExpressions;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Promptlab;

/// <summary>Text as a value in YAML: plain where no reader could take it for something else, in single quotes where it has one line, else as in JSON.</summary>
internal static partial class PythonYaml
{
    /// <summary>A text on one line.</summary>
    public static string Text(string text) => Plain().IsMatch(text) && !OtherMeaning().IsMatch(text) ? text
        : text.All(character => character is >= ' ' and <= '~') ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : PythonJson.Quote(text);

    [GeneratedRegex(@"\A[A-Za-z](?:[A-Za-z0-9_./()\-{}?!;+=]|,(?! )| (?![ #])|:(?![ ]|\z))*(?<![ ])\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A(?:y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherMeaning();
}
