using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Yaml;

/// <summary>
/// What a scalar is to a reader of YAML 1.1, as MLflow and conda are: <c>3.10</c> without quotes is the number 3.1, and <c>on</c> is true.
/// </summary>
internal static partial class Yaml11
{
    /// <summary>What such a reader takes a scalar for, as the end of a sentence: a number, a truth value, a date or nothing; null when it is text.</summary>
    public static string? DescribeNonText(YamlScalarNode scalar)
    {
        if (scalar.Style != ScalarStyle.Plain)
        {
            return null;
        }

        var text = scalar.Value ?? "";
        return scalar.IsNull() ? "nothing"
            : Boolean().IsMatch(text) ? IsTrue(text) ? "true" : "false"
            : Integer().IsMatch(text) || Sexagesimal().IsMatch(text) || NotFinite().IsMatch(text) ? $"the number {text}"
            : Float().IsMatch(text) ? $"the number {Value(text)}"
            : Date().IsMatch(text) ? $"the date {text}"
            : null;
    }

    private static bool IsTrue(string text) => text.ToUpperInvariant() is "YES" or "TRUE" or "ON";

    private static string Value(string text) =>
        double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.0################", CultureInfo.InvariantCulture)
            : text;

    // All of them are anchored, and no text fits two ways of a repetition: they are linear as they are, and an engine that is made for that takes
    // milliseconds to make.
    [GeneratedRegex(@"\A(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Boolean();

    [GeneratedRegex(@"\A[-+]?(?:0b[01_]+|0[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"\A[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"\A[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Float();

    [GeneratedRegex(@"\A(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex NotFinite();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
