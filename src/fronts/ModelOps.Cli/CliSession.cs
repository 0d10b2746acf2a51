using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Cli.Results;
using ModelOps.Cli.Tables;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli;

/// <summary>How one call talks: host, form of the results, progress.</summary>
internal sealed class CliSession
{
    private readonly CliConsole _console;
    private readonly IEnvironment _environment;
    private readonly HeldFindings? _held;

    public CliSession(CliConsole console, IEnvironment environment, IReadOnlyList<string> words)
    {
        _console = console;
        _environment = words.Contains(GlobalOption.NoColor) ? new NoColorEnvironment(environment) : environment;
        Format = OutputFormat.Of(words);
        var redactor = new SecretRedactor();

        // With a form for programs standard output holds the result alone; both hosts read commands from standard error too.
        var host = BuildHosts.Detect(_environment, Format.Name == OutputFormat.Table ? console.Out : console.Error, console.Error, redactor);

        // Findings in the document are not repeated; those of a build host are commands, which mark files and lines.
        _held = Format.Name == OutputFormat.Json && host is ConsoleHost ? new(host) : null;
        Host = _held ?? host;
        Writer = Format.Name switch
        {
            OutputFormat.Json => new JsonResultWriter(console.Out, redactor, printed => _held?.Drop(printed)),
            OutputFormat.Tsv => new TsvResultWriter(console.Out, redactor),
            _ => new PeopleResultWriter(console.Out, redactor, FormOf(words.Contains(GlobalOption.Wide))),
        };
    }

    public OutputFormat Format { get; }

    public IBuildHost Host { get; }

    public IResultWriter Writer { get; }

    /// <summary>Bars on a terminal, a line for what keeps a call waiting everywhere.</summary>
    public IProgressSink CreateProgress() =>
        _console.IsErrorTerminal && TerminalRules.AllowsDecoration(_environment) ? new TerminalProgress(_console.Error) : new LineProgress(_console.Error);

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

    /// <summary>Says what is left to say.</summary>
    public void Close() => _held?.Release();

    private TextForm FormOf(bool isWhole) => _console.IsOutTerminal && TerminalRules.AllowsDecoration(_environment)
        ? TextForm.Terminal(TerminalRules.Width(), isWhole, TerminalRules.AllowsColor(_environment), TimeProvider.System.GetUtcNow())
        : TextForm.Plain(isWhole, TimeProvider.System.GetUtcNow());
}
