using System.CommandLine;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>One verb as a command; its options only collect text, which the one binder converts.</summary>
internal sealed class VerbCommand : Command
{
    private readonly Dictionary<string, Option<string[]>> _options = [];

    public VerbCommand(VerbDescriptor verb, bool withOptions)
        : base(verb.CommandWords[^1], verb.Description)
    {
        Verb = verb;
        foreach (var input in withOptions ? verb.Inputs : [])
        {
            var option = CreateOption(input);
            _options.Add(input.Name.Property, option);
            Options.Add(option);
        }
    }

    public VerbDescriptor Verb { get; }

    /// <summary>Options that were given, by property name, with their texts; empty where the value is missing.</summary>
    public IEnumerable<(InputDescriptor Input, IReadOnlyList<string> Texts)> Given(ParseResult result) =>
        from input in Verb.Inputs
        let given = result.GetResult(_options[input.Name.Property])
        where given is { Implicit: false }
        select (input, (IReadOnlyList<string>)[.. given.Tokens.Select(token => token.Value)]);

    private static Option<string[]> CreateOption(InputDescriptor input)
    {
        var option = new Option<string[]>($"--{input.Name.Kebab}")
        {
            Description = input.Description,
            Arity = input.IsFlag ? ArgumentArity.ZeroOrOne : ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = input.IsList,
        };
        option.CompletionSources.Add(Completions(input));
        return option;
    }

    private static string[] Completions(InputDescriptor input) => input switch
    {
        { IsFlag: true } => ["true", "false"],
        _ when input.ValueType == typeof(AliasName) => [AliasName.Champion.Value, AliasName.Challenger.Value],
        _ => [.. input.Choices],
    };
}
