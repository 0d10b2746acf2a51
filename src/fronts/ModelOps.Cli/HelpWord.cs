namespace ModelOps.Cli;

/// <summary><c>help</c> as the first word, which people type as often as the switch.</summary>
internal static class HelpWord
{
    private const string Word = "help";
    private const string Switch = "--help";

    /// <summary>The call with the switch in place of the word.</summary>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> words) => words.Count > 0 && words[0] == Word ? [.. words.Skip(1), Switch] : words;
}
