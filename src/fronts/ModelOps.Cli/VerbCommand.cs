using System.CommandLine;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>One verb as a command; its options only collect text, which the one binder converts.</summary>
internal sealed class VerbCommand : Command
{
    private readonly Dictionary<string, Option<string[]>> _options = [];

    private readonly Argument<string[]> _plain = new("plain") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };

    /// <param name="verb">The verb.</param>
    /// <param name="names">Values that a shell offers; null for a verb that is not called and needs no options.</param>
    public VerbCommand(VerbDescriptor verb, ConfiguredNames? names)
        : base(verb.CommandWords[^1], verb.Description)
    {
        Verb = verb;
        if (names is null)
        {
            return;
        }

        foreach (var input in verb.Inputs)
        {
            var option = CreateOption(input, names);
            _options.Add(input.Name.Property, option);
            Options.Add(option);
        }

        Arguments.Add(_plain);
        if (Positional is { } positional)
        {
            _plain.CompletionSources.Add(_ => names.For(positional));
        }
    }

    public VerbDescriptor Verb { get; }

    /// <summary>The input that may be given without its name; null when the verb has none.</summary>
    public InputDescriptor? Positional => Verb.Inputs.FirstOrDefault(input => input.IsPositional);

    /// <summary>Options that were given, by property name, with their texts; empty where the value is missing.</summary>
    public IEnumerable<(InputDescriptor Input, IReadOnlyList<string> Texts)> Given(ParseResult result) =>
        from input in Verb.Inputs
        let given = result.GetResult(_options[input.Name.Property])
        where given is { Implicit: false }
        select (input, (IReadOnlyList<string>)[.. given.Tokens.Select(token => token.Value)]);

    /// <summary>Words that belong to no option, in their order.</summary>
    public IReadOnlyList<string> PlainWords(ParseResult result) => [.. result.GetResult(_plain)?.Tokens.Select(token => token.Value) ?? [], .. result.UnmatchedTokens];

    private static Option<string[]> CreateOption(InputDescriptor input, ConfiguredNames names)
    {
        var option = new Option<string[]>($"--{input.Name.Kebab}")
        {
            Description = input.Description,
            Arity = input.IsFlag ? ArgumentArity.ZeroOrOne : ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = input.IsList,
        };
        option.CompletionSources.Add(_ => names.For(input));
        return option;
    }
}
