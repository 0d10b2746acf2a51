using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.MSBuild;

/// <summary>Renders findings as MSBuild's own errors, warnings and messages.</summary>
/// <param name="log">The task's log.</param>
/// <param name="project">Project file: where a finding without a place is shown.</param>
/// <remarks>
/// A mask command printed through the log would put the secret into every binary log, so secrets are blacked out instead.
/// Outputs are the task's properties.
/// </remarks>
internal sealed class MSBuildHost(TaskLoggingHelper log, string project) : IBuildHost
{
    private readonly SecretRedactor _redactor = new();

    public void Report(Diagnostic diagnostic)
    {
        var span = diagnostic.Span ?? new SourceSpan(project);
        var file = LogText.Clean(Path.GetFullPath(span.File, Path.GetDirectoryName(project)!));
        var message = string.Join('\n', DiagnosticText.Lines(diagnostic, _redactor));
        switch (diagnostic.Severity)
        {
            case Severity.Error:
                log.LogError(null, diagnostic.Code, diagnostic.Code, file, span.Line, span.Column, 0, 0, message);
                break;
            case Severity.Warning:
                log.LogWarning(null, diagnostic.Code, diagnostic.Code, file, span.Line, span.Column, 0, 0, message);
                break;
            default:
                log.LogMessage(null, diagnostic.Code, diagnostic.Code, file, span.Line, span.Column, 0, 0, MessageImportance.High, message);
                break;
        }
    }

    public void Relay(string line) => log.LogMessage(MessageImportance.High, "{0}", RelayText.Clean(line, _redactor));

    /// <summary>Shows a line that is no finding.</summary>
    public void Show(string line) => log.LogMessage(MessageImportance.High, "{0}", LogText.Clean(_redactor.Redact(line)));

    public void SetOutput(InputName name, string value)
    {
    }

    public void Mask(string secret) => _redactor.Add(secret);

    public string Redact(string text) => _redactor.Redact(text);

    public void WriteSummary(string markdown)
    {
    }
}
