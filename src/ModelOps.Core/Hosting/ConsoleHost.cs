using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Hosting;

/// <summary>A terminal or a plain stream: findings as compiler lines, with colour and a source excerpt for people.</summary>
/// <param name="error">Takes the findings.</param>
/// <param name="redactor">Hides secrets.</param>
/// <param name="isRich">Whether a person reads along: colour, excerpt and caret.</param>
internal sealed class ConsoleHost(TextWriter error, SecretRedactor redactor, bool isRich) : IBuildHost
{
    private readonly HashSet<string> _explained = [];

    public void Report(Diagnostic diagnostic)
    {
        var lines = DiagnosticText.Lines(diagnostic, redactor);
        var first = DiagnosticText.Canonical(diagnostic, lines[0]);
        error.WriteLine(isRich ? AnsiColor.Paint(diagnostic.Severity, first) : first);
        foreach (var line in lines.Skip(1))
        {
            error.WriteLine($"    {line}");
        }

        if (isRich)
        {
            WriteExcerpt(diagnostic.Span);
        }

        if (diagnostic.Severity != Severity.Info && _explained.Add(diagnostic.Code))
        {
            error.WriteLine($"    fix: {diagnostic.Descriptor.Fix}");
        }
    }

    public void Relay(string line) => error.WriteLine(RelayText.Clean(line, redactor));

    // The front prints the result itself; a terminal has no later step.
    public void SetOutput(InputName name, string value)
    {
    }

    public void Mask(string secret) => redactor.Add(secret);

    public void WriteSummary(string markdown)
    {
    }

    private void WriteExcerpt(SourceSpan? span)
    {
        if (span is null || SourceExcerpt.Read(span) is not { } excerpt)
        {
            return;
        }

        var number = $"{span.Line,6}";
        error.WriteLine($"{number} | {LogText.Clean(redactor.Redact(excerpt.Text))}");
        if (excerpt.Caret >= 0)
        {
            error.WriteLine($"{"",6} | {new string(' ', excerpt.Caret)}{AnsiColor.Paint(Severity.Error, "^")}");
        }
    }
}
