using System.CommandLine;
using System.CommandLine.Invocation;
using ModelOps.Core.Contract;

namespace ModelOps.Cli;

/// <summary>Prints the help of a verb, or of the command.</summary>
internal sealed class HelpAction(IReadOnlyList<VerbDescriptor> verbs) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var help = parseResult.CommandResult.Command is VerbCommand command ? HelpText.Of(command.Verb) : HelpText.Of(verbs);
        parseResult.InvocationConfiguration.Output.Write(help);
        return (int)ExitCode.Ok;
    }
}
