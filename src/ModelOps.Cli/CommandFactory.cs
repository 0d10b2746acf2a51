using System.CommandLine;
using System.CommandLine.Help;
using ModelOps.Core.Contract;

namespace ModelOps.Cli;

/// <summary>Builds the command tree from the verbs' descriptors.</summary>
internal static class CommandFactory
{
    /// <summary>Builds the tree.</summary>
    /// <param name="verbs">All verbs.</param>
    /// <param name="arguments">The call: when it names a verb, only that verb gets its options, which keeps the start short.</param>
    public static RootCommand Create(IReadOnlyList<VerbDescriptor> verbs, IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("CI/CD for MLflow models.");
        root.Options.OfType<HelpOption>().Single().Action = new HelpAction(verbs);
        foreach (var option in GlobalOption.Create())
        {
            root.Options.Add(option);
        }

        var called = verbs.FirstOrDefault(verb => arguments.Contains(verb.Name));
        foreach (var verb in verbs)
        {
            root.Subcommands.Add(new VerbCommand(verb, withOptions: called is null || called == verb));
        }

        root.Subcommands.Add(new CompletionCommand());
        return root;
    }
}
