using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>Explains a word where a verb was expected.</summary>
internal static class UnknownWord
{
    /// <summary>What the word is not, and what was probably meant.</summary>
    /// <param name="word">The word.</param>
    /// <param name="group">The group of verbs that was named before it; null when none was.</param>
    /// <param name="verbs">All verbs.</param>
    public static Diagnostic Explain(string word, GroupCommand? group, IReadOnlyList<VerbDescriptor> verbs)
    {
        if (word.StartsWith('-'))
        {
            return At("option", word, GlobalOption.All.Select(option => option.Name), "modelops --help");
        }

        return group is null
            ? At("verb", word, verbs.SelectMany(verb => new[] { verb.CommandText, verb.CommandWords[0] }).Append("completion").Append("help").Append("version"), "modelops --help")
            : At("verb", $"{group.Name} {word}", group.Verbs.Select(verb => verb.CommandText), $"modelops {group.Name} --help");
    }

    private static Diagnostic At(string noun, string word, IEnumerable<string> known, string help)
    {
        var hint = Suggestion.For(word, known) is { } near ? $" Did you mean '{near}'?" : $" '{help}' lists the {noun}s.";
        return InputDiagnostics.Unknown.At($"There is no {noun} '{word}'.{hint}");
    }
}
