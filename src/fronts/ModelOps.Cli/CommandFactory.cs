using System.CommandLine;
using System.CommandLine.Help;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>Builds the command tree from the verbs' descriptors.</summary>
internal static class CommandFactory
{
    /// <summary>Builds the tree.</summary>
    /// <param name="verbs">All verbs.</param>
    /// <param name="arguments">The call: when it names a verb, only that verb gets its options, which keeps the start short.</param>
    /// <param name="names">Values that a shell offers.</param>
    public static RootCommand Create(IReadOnlyList<VerbDescriptor> verbs, IReadOnlyList<string> arguments, ConfiguredNames names)
    {
        var root = new RootCommand("CI/CD for MLflow models.");
        root.Options.OfType<HelpOption>().Single().Action = new HelpAction(verbs);
        foreach (var option in GlobalOption.Create())
        {
            root.Options.Add(option);
        }

        var called = Called(verbs, arguments);
        foreach (var group in verbs.GroupBy(verb => verb.CommandWords[0]))
        {
            var commands = group.Select(verb => new VerbCommand(verb, called is null || called == verb ? names : null)).ToArray();
            root.Subcommands.Add(commands is [{ Verb.CommandWords.Count: 1 } command] ? command : Group(group.Key, commands));
        }

        root.Subcommands.Add(new CompletionCommand());
        return root;
    }

    private static GroupCommand Group(string name, IReadOnlyList<VerbCommand> commands)
    {
        var group = new GroupCommand(name, [.. commands.Select(command => command.Verb)]);
        foreach (var command in commands)
        {
            group.Subcommands.Add(command);
        }

        return group;
    }

    // Before the verb there are only switches and the shell's directive, so that a value which reads like a verb is never taken for one.
    private static VerbDescriptor? Called(IReadOnlyList<VerbDescriptor> verbs, IReadOnlyList<string> arguments)
    {
        var plain = arguments.Where(word => !word.StartsWith('-') && !word.StartsWith('[')).ToArray();
        return verbs.FirstOrDefault(verb => plain.Take(verb.CommandWords.Count).SequenceEqual(verb.CommandWords));
    }
}
