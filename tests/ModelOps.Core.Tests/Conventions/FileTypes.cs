using System.Text.RegularExpressions;

namespace ModelOps.Core.Tests.Conventions;

/// <summary>Which types a file may declare: one that bears the file's name, or in a folder named Wire any number of plain records.</summary>
internal static partial class FileTypes
{
    private const string WireFolder = "Wire";

    /// <summary>What is wrong with a file; null when nothing is.</summary>
    public static string? Problem(string path, IReadOnlyList<string> lines)
    {
        var names = lines.Select(line => TopLevelType().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToArray();
        if (names.Length <= 1 && names.All(name => Path.GetFileName(path).Split('.')[0] == name))
        {
            return null;
        }

        var code = string.Join('\n', lines.Where(line => !NoDeclaration().IsMatch(line)));
        return Path.GetFileName(Path.GetDirectoryName(path)) == WireFolder && PlainRecords().IsMatch(code)
            ? null
            : $"{path} declares {string.Join(", ", names)}";
    }

    [GeneratedRegex(@"^(public|internal|file)\b[\w ]*? (class|record|struct|interface|enum|delegate)( struct| class)? (?<name>\w+)")]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^\s*//|^using |^namespace ")]
    private static partial Regex NoDeclaration();

    // Records with parameters, properties or both, and nothing that computes: no base, no method, no property with a body.
    [GeneratedRegex("""
        ^ (?: \s* (?: \[ [^\]]* \] \s* )*
              (?: public | internal ) \s+ sealed \s+ record \s+ \w+ \s*
              (?: \( (?: [^()] | \( [^()]* \) )* \) )? \s*
              (?: ; | \{ (?: \s* (?: \[ [^\]]* \] \s* )* (?: public | internal ) \s+ [\w<>?,.\[\]\ ]+ \s \{ \s get; \s (?: init | set ); \s \} (?: \s = [^;{}>]* ; )? )* \s* \} )
          )* \s* $
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PlainRecords();
}
