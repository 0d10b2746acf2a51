using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Processes;

namespace ModelOps.Core.MlProject;

/// <summary>The command of an entry point: split into words first and filled with values then, so that no value is ever taken for syntax.</summary>
/// <param name="entryPoint">The entry point.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class CommandTemplate(EntryPoint entryPoint, List<Diagnostic> problems)
{
    /// <summary>Program and arguments.</summary>
    public IReadOnlyList<string> Fill(IReadOnlyDictionary<string, string> values)
    {
        var text = entryPoint.Command.Trim();
        if (ShellSyntax.Find(text) is { } syntax)
        {
            Report(SandboxDiagnostics.NeedsShell, $"has {syntax}, which only a shell understands");
            return [];
        }

        if (!CommandText.TrySplit(text, out var words, out var problem))
        {
            Report(SandboxDiagnostics.InvalidProject, problem);
            return [];
        }

        if (InlineScript.Find(words) is { } script && script.Contains('{', StringComparison.Ordinal))
        {
            Report(
                SandboxDiagnostics.NeedsShell,
                "fills a parameter into a script on the command line, where a value could be taken for syntax; hand it over as an argument: bash -c 'run \"$1\"' run {name}");
            return [];
        }

        return [.. words.Select(word => FillWord(word, values))];
    }

    // As in Python's format strings: {name} is a field, {{ and }} are braces.
    private string FillWord(string word, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            var letter = word[at];
            if (letter is not ('{' or '}'))
            {
                filled.Append(letter);
            }
            else if (at + 1 < word.Length && word[at + 1] == letter)
            {
                filled.Append(letter);
                at++;
            }
            else
            {
                at = AppendField(word, at, values, filled);
            }
        }

        return filled.ToString();
    }

    private int AppendField(string word, int start, IReadOnlyDictionary<string, string> values, StringBuilder filled)
    {
        var end = word[start] == '{' ? word.IndexOf('}', start) : -1;
        if (end < 0)
        {
            Report(SandboxDiagnostics.InvalidProject, $"has a single '{word[start]}' in '{word}'; braces are written twice");
            return word.Length;
        }

        var name = word[(start + 1)..end];
        if (!values.TryGetValue(name, out var value))
        {
            Report(SandboxDiagnostics.InvalidProject, $"has the field '{{{name}}}', which is no parameter of it");
        }

        filled.Append(value);
        return end;
    }

    private void Report(DiagnosticDescriptor descriptor, string problem) =>
        problems.Add(descriptor.At($"The command of the entry point '{entryPoint.Name}' {problem}.", entryPoint.Place));
}
