using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Hosting;

/// <summary>GitHub Actions: workflow commands on a stream, outputs and summary in the runner's files.</summary>
/// <remarks>Form and escapes: docs.github.com, "Workflow commands for GitHub Actions", and the runner's ActionCommand.cs.</remarks>
internal sealed class GitHubHost(IEnvironment environment, TextWriter output, SecretRedactor redactor) : IBuildHost
{
    private readonly HashSet<string> _explained = [];
    private readonly HelpPages _pages = HelpPages.Of(environment);

    public void Report(Diagnostic diagnostic)
    {
        var command = diagnostic.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        var lines = DiagnosticText.Lines(diagnostic, redactor).ToList();
        if (diagnostic.Severity != Severity.Info && _explained.Add(diagnostic.Code))
        {
            lines.Add(DiagnosticText.Help(diagnostic.Descriptor, _pages));
        }

        var title = $"title={Property($"{diagnostic.Code} {diagnostic.Descriptor.Title}")}";
        output.WriteLine($"::{command} {Place(diagnostic.Span)}{title}::{Data($"{diagnostic.Code}: {string.Join('\n', lines)}")}");
    }

    public void Relay(string line) => output.WriteLine(RelayText.Clean(line, redactor));

    public void SetOutput(InputName name, string value)
    {
        if (environment.Get("GITHUB_OUTPUT") is { Length: > 0 } file)
        {
            StepFile.Append(file, StepFile.Heredoc(name.Kebab, value, $"ghadelimiter_{Guid.NewGuid()}"));
        }
    }

    public void Mask(string secret)
    {
        foreach (var form in redactor.Add(secret))
        {
            output.WriteLine($"::add-mask::{Data(form)}");
        }
    }

    public string Redact(string text) => redactor.Redact(text);

    public void WriteSummary(string markdown)
    {
        if (environment.Get("GITHUB_STEP_SUMMARY") is { Length: > 0 } file)
        {
            StepFile.AppendSummary(file, redactor.Redact(markdown));
        }
    }

    private static string Place(SourceSpan? span) => span switch
    {
        null => "",
        { Line: 0 } => $"file={Property(LogText.Clean(span.File))},",
        { Column: 0 } => $"file={Property(LogText.Clean(span.File))},line={span.Line},",
        _ => $"file={Property(LogText.Clean(span.File))},line={span.Line},col={span.Column},",
    };

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
