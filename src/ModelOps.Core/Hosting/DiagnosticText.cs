using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Hosting;

/// <summary>The parts of a finding's text that all hosts share.</summary>
internal static class DiagnosticText
{
    /// <summary>Lower-case severity as compilers print it.</summary>
    public static string Severity(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        Abstractions.Diagnostics.Severity.Error => "error",
        Abstractions.Diagnostics.Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The message's lines, harmless. Only a stack trace keeps its lines: any other break comes from outside.</summary>
    public static IReadOnlyList<string> Lines(Diagnostic diagnostic, SecretRedactor redactor)
    {
        var message = redactor.Redact(diagnostic.Message);
        return diagnostic.Descriptor == HostDiagnostics.Internal ? [.. LogText.CleanLines(message)] : [LogText.Clean(message)];
    }

    /// <summary>What to do, how to read more, and the page where its address is known: for a finding that is not explained yet.</summary>
    public static string Help(DiagnosticDescriptor descriptor, HelpPages pages) =>
        $"Fix: {descriptor.Fix} ({descriptor.ExplainCommand}{(pages.Find(descriptor) is { } page ? $", {page}" : "")})";

    /// <summary>
    /// <c>file(line,column): error MOP0001: message</c>, the form that MSBuild and editors know; without a place <c>modelops: error …</c>.
    /// </summary>
    public static string Canonical(Diagnostic diagnostic, string firstLine) =>
        LogText.Clean($"{Origin(diagnostic.Span)}: {Severity(diagnostic)} {diagnostic.Code}: {firstLine}");

    private static string Origin(SourceSpan? span) => span switch
    {
        null => "modelops",
        { Line: 0 } => LogText.Clean(span.File),
        { Column: 0 } => $"{LogText.Clean(span.File)}({span.Line})",
        _ => $"{LogText.Clean(span.File)}({span.Line},{span.Column})",
    };
}
