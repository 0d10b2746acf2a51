using System.CommandLine;

namespace ModelOps.Cli;

/// <summary>Prints the script that a shell loads to complete the command.</summary>
internal sealed class CompletionCommand : Command
{
    private readonly Argument<string?> _shell = new("shell")
    {
        Description = "bash, zsh or pwsh.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public CompletionCommand()
        : base("completion", "Prints a completion script for bash, zsh or pwsh.")
    {
        _shell.CompletionSources.Add([.. CompletionScript.Shells]);
        Arguments.Add(_shell);
    }

    public string? ShellOf(ParseResult result) => result.GetValue(_shell);
}
