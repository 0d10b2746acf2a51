using System.Text.RegularExpressions;

namespace ModelOps.Surfaces.Packing;

/// <summary>The toolkit's version in the form of PEP 440.</summary>
internal static partial class PythonVersion
{
    /// <summary>Turns <c>1.2.0-rc.1</c> into <c>1.2.0rc1</c>. What comes after a plus sign is left out: an index takes no such version.</summary>
    public static string From(string version)
    {
        var match = Form().Match(version);
        if (!match.Success)
        {
            throw new FormatException($"{version} has no form in PEP 440: a release such as 1.2.0, or one with -alpha.N, -beta.N, -rc.N or -dev.N.");
        }

        var number = match.Groups["number"].Value;
        return match.Groups["core"].Value + match.Groups["kind"].Value switch
        {
            "alpha" => $"a{number}",
            "beta" => $"b{number}",
            "rc" => $"rc{number}",
            "dev" => $".dev{number}",
            _ => "",
        };
    }

    [GeneratedRegex(@"\A(?<core>[0-9]+\.[0-9]+\.[0-9]+)(-(?<kind>alpha|beta|rc|dev)\.(?<number>0|[1-9][0-9]*))?(\+[0-9A-Za-z.-]+)?\z")]
    private static partial Regex Form();
}
