using System.CommandLine;
using System.CommandLine.Invocation;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>Prints the help of a verb, of a group, or of the command.</summary>
internal sealed class HelpAction(IReadOnlyList<VerbDescriptor> verbs) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Whether help is asked for a verb that is not there: it would look like success.</summary>
    public static bool IsForUnknown(ParseResult parsed) =>
        parsed.Action is HelpAction && parsed.CommandResult.Command is not VerbCommand && parsed.UnmatchedTokens.Count > 0;

    public override int Invoke(ParseResult parseResult)
    {
        var help = parseResult.CommandResult.Command switch
        {
            VerbCommand command => HelpText.Of(command.Verb),
            GroupCommand group => HelpText.Of(group),
            _ => HelpText.Of(verbs),
        };
        parseResult.InvocationConfiguration.Output.Write(help);
        return (int)ExitCode.Ok;
    }
}
