using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli;

/// <summary>How one call talks: host, form of the results, progress.</summary>
internal sealed class CliSession
{
    private readonly CliConsole _console;
    private readonly IEnvironment _environment;

    public CliSession(CliConsole console, IEnvironment environment, IReadOnlyList<string> words)
    {
        _console = console;
        _environment = words.Contains(GlobalOption.NoColor) ? new NoColorEnvironment(environment) : environment;
        var isJson = words.Contains(GlobalOption.Json);
        var redactor = new SecretRedactor();

        // With --json standard output holds the document alone; both hosts read commands from standard error too.
        Host = BuildHosts.Detect(_environment, isJson ? console.Error : console.Out, console.Error, redactor);
        Writer = (isJson, console.IsOutTerminal && TerminalRules.AllowsDecoration(_environment)) switch
        {
            (true, _) => new JsonResultWriter(console.Out, redactor),
            (_, true) => new TableResultWriter(console.Out, redactor, TerminalRules.AllowsColor(_environment)),
            _ => new PlainResultWriter(console.Out, redactor),
        };
    }

    public IBuildHost Host { get; }

    public IResultWriter Writer { get; }

    /// <summary>Bars on a terminal, nothing elsewhere.</summary>
    public IProgressSink CreateProgress() =>
        _console.IsErrorTerminal && TerminalRules.AllowsDecoration(_environment) ? new TerminalProgress(_console.Error) : SilentProgress.Instance;

    /// <summary>Shows findings.</summary>
    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Host.Report(diagnostic);
        }
    }

    /// <summary>Ends a call that names no verb.</summary>
    public ExitCode Refuse(IReadOnlyList<Diagnostic> problems)
    {
        Report(problems);
        Writer.WriteRefusal(problems);
        return ExitCode.BadInput;
    }
}
