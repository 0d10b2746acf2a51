using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Contract;

/// <summary>A finding as documents have it. What is not known is null.</summary>
internal sealed record DiagnosticRow(string Code, Severity Severity, string Message, string Fix, string? File, int? Line, int? Column)
{
    public static DiagnosticRow Of(Diagnostic finding) => new(
        finding.Code,
        finding.Severity,
        finding.Message,
        finding.Descriptor.Fix,
        finding.Span?.File,
        finding.Span is { Line: > 0 and var line } ? line : null,
        finding.Span is { Column: > 0 and var column } ? column : null);
}
