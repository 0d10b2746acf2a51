using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Hosting;

/// <summary>A terminal or a plain stream: findings as compiler lines, with colour and a source excerpt for people.</summary>
/// <param name="error">Takes the findings.</param>
/// <param name="redactor">Hides secrets.</param>
/// <param name="isRich">Whether a person reads along: colour, excerpt and caret.</param>
internal sealed class ConsoleHost(TextWriter error, SecretRedactor redactor, bool isRich) : IBuildHost
{
    private const int Indent = 4;

    private readonly HashSet<string> _explained = [];

    /// <summary>Columns of a line, where a person reads along.</summary>
    public int Width { get; init; } = int.MaxValue;

    /// <summary>Addresses of the reference.</summary>
    public HelpPages Pages { get; init; } = HelpPages.None;

    public void Report(Diagnostic diagnostic)
    {
        var lines = DiagnosticText.Lines(diagnostic, redactor);
        foreach (var line in WordWrap.Hanging(DiagnosticText.Canonical(diagnostic, lines[0]), Width, Indent))
        {
            error.WriteLine(isRich ? AnsiColor.Paint(diagnostic.Severity, line) : line);
        }

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
            WriteIndented($"fix: {diagnostic.Descriptor.Fix}");
            WriteIndented(diagnostic.Descriptor.ExplainCommand);
            WriteAddress(diagnostic.Descriptor);
        }
    }

    public void Relay(string line)
    {
        foreach (var part in WordWrap.Hanging(RelayText.Clean(line, redactor), Width, Indent))
        {
            error.WriteLine(part);
        }
    }

    // The front prints the result itself; a terminal has no later step.
    public void SetOutput(InputName name, string value)
    {
    }

    public void Mask(string secret) => redactor.Add(secret);

    public string Redact(string text) => redactor.Redact(text);

    public void WriteSummary(string markdown)
    {
    }

    private void WriteIndented(string text)
    {
        foreach (var line in WordWrap.Lines(text, Width == int.MaxValue ? Width : Width - Indent))
        {
            error.WriteLine($"{"",Indent}{line}");
        }
    }

    // An address in two lines is none: at a narrow terminal the command above says the same.
    private void WriteAddress(DiagnosticDescriptor descriptor)
    {
        if (Pages.Find(descriptor) is { } page && page.Length <= Width)
        {
            error.WriteLine(page.Length + Indent <= Width ? $"{"",Indent}{page}" : page);
        }
    }

    private void WriteExcerpt(SourceSpan? span)
    {
        if (span is null || SourceExcerpt.Read(span) is not { } excerpt)
        {
            return;
        }

        var number = $"{span.Line,6}";
        var room = Math.Max(1, Width - number.Length - 3);
        error.WriteLine($"{number} | {DisplayWidth.Cut(LogText.Clean(redactor.Redact(excerpt.Text)), room)}");
        if (excerpt.Caret >= 0 && excerpt.Caret < room)
        {
            error.WriteLine($"{"",6} | {new string(' ', excerpt.Caret)}{AnsiColor.Paint(Severity.Error, "^")}");
        }
    }
}
