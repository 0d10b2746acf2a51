using System.Globalization;
using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Readme;

/// <summary>What README.md shows to a new user.</summary>
internal static class ReadmePage
{
    private const string Gates = "## Gates that can fail";

    private static readonly string Text = File.ReadAllText(Path.Combine(TestFiles.Root, "README.md"));

    /// <summary>The first modelops.yml.</summary>
    public static string Configuration => Block("## Configuration", "yaml");

    /// <summary>The calls of the command, without those that install it.</summary>
    public static IReadOnlyList<string[]> Calls =>
        [.. Block("**Command**", "bash").Split('\n').Where(line => line.StartsWith("modelops ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1..])];

    /// <summary>The validation of the sample's second version, and lines of what it prints, in their order.</summary>
    public static (string[] Call, IReadOnlyList<string> Lines) Judgement =>
        (Words(Block(Gates, "bash").Split('\n')[0]), Block(Gates, "text").TrimEnd('\n').Split('\n'));

    /// <summary>The verification of the sample's gates, and rows of what it prints, as cells between bars.</summary>
    public static (string[] Call, IReadOnlyList<string> Rows) Mutants =>
        (Words(Verification[0]), [.. Verification.Skip(2).Select(line => Regex.Replace(line, " {2,}", "|"))]);

    /// <summary>How many bad candidates it says are stopped.</summary>
    public static int Stopped => int.Parse(Regex.Match(Verification[0], "([0-9]+) of \\1 stopped").Groups[1].Value, CultureInfo.InvariantCulture);

    private static string[] Verification => Block("That they can fail is shown", "text").TrimEnd('\n').Split('\n');

    private static string[] Words(string line) => [.. line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "$" or "modelops")];

    private static string Block(string heading, string language) =>
        Regex.Match(Text[Text.IndexOf(heading, StringComparison.Ordinal)..], $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
