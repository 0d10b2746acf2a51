using System.CommandLine;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>Verbs that share their first word. It does nothing by itself, as the command without a verb does nothing.</summary>
/// <param name="name">The shared word.</param>
/// <param name="verbs">The verbs of the group.</param>
internal sealed class GroupCommand(string name, IReadOnlyList<VerbDescriptor> verbs) : Command(name, string.Join(" ", verbs.Select(verb => verb.Description)))
{
    public IReadOnlyList<VerbDescriptor> Verbs { get; } = verbs;
}
