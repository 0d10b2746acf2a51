using System.Text.RegularExpressions;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Readme;

/// <summary>What README.md shows to a new user.</summary>
internal static class ReadmePage
{
    private static readonly string Text = File.ReadAllText(Path.Combine(TestFiles.Root, "README.md"));

    /// <summary>The first modelops.yml.</summary>
    public static string Configuration => Block("## Configuration", "yaml");

    /// <summary>The calls of the command, without those that install it.</summary>
    public static IReadOnlyList<string[]> Calls =>
        [.. Block("**Command**", "bash").Split('\n').Where(line => line.StartsWith("modelops ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1..])];

    private static string Block(string heading, string language) =>
        Regex.Match(Text[Text.IndexOf(heading, StringComparison.Ordinal)..], $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
