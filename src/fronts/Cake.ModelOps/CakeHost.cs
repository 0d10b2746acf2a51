using Cake.Core.Diagnostics;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Hosting;

namespace Cake.ModelOps;

/// <summary>Writes findings to Cake's log, in the form that compilers use.</summary>
/// <param name="log">Cake's log.</param>
/// <remarks>Secrets are blacked out. Outputs are the alias's result.</remarks>
internal sealed class CakeHost(ICakeLog log) : IBuildHost
{
    private readonly SecretRedactor _redactor = new();

    public void Report(Diagnostic diagnostic)
    {
        var (level, verbosity) = diagnostic.Severity switch
        {
            Severity.Error => (LogLevel.Error, Verbosity.Quiet),
            Severity.Warning => (LogLevel.Warning, Verbosity.Minimal),
            _ => (LogLevel.Information, Verbosity.Normal),
        };
        foreach (var line in DiagnosticText.Lines(diagnostic, _redactor))
        {
            log.Write(verbosity, level, "{0}", DiagnosticText.Canonical(diagnostic, line));
        }
    }

    public void Relay(string line) => log.Write(Verbosity.Normal, LogLevel.Information, "{0}", RelayText.Clean(line, _redactor));

    public void SetOutput(InputName name, string value)
    {
    }

    public void Mask(string secret) => _redactor.Add(secret);

    public string Redact(string text) => _redactor.Redact(text);

    public void WriteSummary(string markdown)
    {
    }
}
