using System.CommandLine;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;

namespace ModelOps.Cli;

/// <summary>Reads a verb's arguments from a parsed command line, and says what is wrong with the call: all at once.</summary>
/// <param name="command">The verb's command.</param>
/// <param name="words">The command line as it was given.</param>
internal sealed class CallReader(VerbCommand command, IReadOnlyList<string> words)
{
    private readonly List<Diagnostic> _problems = [];

    public IReadOnlyList<Diagnostic> Problems => _problems;

    public ArgumentSource Read(ParseResult result)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        var plain = new List<string>();
        foreach (var (input, texts) in command.Given(result))
        {
            var own = texts.TakeWhile(text => !IsStrayOption(text)).ToArray();
            _problems.AddRange(texts.Where(IsStrayOption).Select(Unknown));
            if (input.IsFlag && own is [var word] && IsStrayWord(word))
            {
                plain.Add(word);
                own = [];
            }

            if (own.Length > 0 || input.IsFlag)
            {
                values.Add(input.Name.Property, own.Length > 0 ? own : ["true"]);
            }
            else
            {
                _problems.Add(InputDiagnostics.Invalid.At($"Option '--{input.Name.Kebab}' needs a value: {input.Description}"));
            }
        }

        ReadPlain([.. plain, .. command.PlainWords(result)], values);
        return new(values);
    }

    // The parser takes an option it does not know for a value of the option before; with '=' it is a value indeed.
    private bool IsStrayOption(string text) => text.StartsWith("--", StringComparison.Ordinal) && words.Contains(text);

    // What follows a switch is its value only where it reads like one.
    private bool IsStrayWord(string text) => !bool.TryParse(text, out _) && words.Contains(text) && command.Positional is not null;

    private void ReadPlain(IReadOnlyList<string> tokens, Dictionary<string, IReadOnlyList<string>> values)
    {
        var isAfterOption = false;
        var isTaken = false;
        foreach (var token in tokens)
        {
            if (token.StartsWith('-'))
            {
                isAfterOption = true;
                _problems.Add(Unknown(token));
            }
            else if (!isAfterOption)
            {
                TakePlain(token, values, isTaken);
                isTaken = true;
            }
        }
    }

    private void TakePlain(string word, Dictionary<string, IReadOnlyList<string>> values, bool isTaken)
    {
        if (command.Positional is not { } input)
        {
            _problems.Add(InputDiagnostics.Unknown.At(
                $"'{command.Verb.CommandText}' takes no plain argument, but '{word}' was given. Every input is an option, such as --config."));
        }
        else if (isTaken)
        {
            _problems.Add(InputDiagnostics.Unknown.At($"'{command.Verb.CommandText}' takes one plain argument, --{input.Name.Kebab}; '{word}' is one more."));
        }
        else if (!values.TryAdd(input.Name.Property, [word]))
        {
            _problems.Add(InputDiagnostics.Conflict.At($"Input '{input.Name.Kebab}' is given twice: as --{input.Name.Kebab} and as '{word}'."));
        }
    }

    private Diagnostic Unknown(string token)
    {
        var name = token.Split('=')[0];
        var known = command.Verb.Inputs.Select(input => $"--{input.Name.Kebab}").Concat(GlobalOption.All.Select(option => option.Name));
        var hint = Suggestion.Hint(name, known);
        return InputDiagnostics.Unknown.At($"'{command.Verb.CommandText}' has no option '{name}'.{hint}");
    }
}
