using Cake.Core.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Hosting;

namespace Cake.ModelOps;

/// <summary>Writes findings to Cake's log, as <c>file(line,column): CODE: message</c>.</summary>
/// <param name="log">Cake's log.</param>
/// <remarks>Secrets are blacked out. Outputs are the alias's result.</remarks>
internal sealed class CakeHost(ICakeLog log) : IBuildHost
{
    private readonly List<string> _secrets = [];

    public void Report(Diagnostic diagnostic)
    {
        var (level, verbosity) = diagnostic.Severity switch
        {
            Severity.Error => (LogLevel.Error, Verbosity.Quiet),
            Severity.Warning => (LogLevel.Warning, Verbosity.Minimal),
            _ => (LogLevel.Information, Verbosity.Normal),
        };
        log.Write(verbosity, level, "{0}", Clean($"{Place(diagnostic.Span)}{diagnostic.Code}: {diagnostic.Message}"));
    }

    public void SetOutput(InputName name, string value)
    {
    }

    public void Mask(string secret) => _secrets.Add(secret);

    public void WriteSummary(string markdown)
    {
    }

    private static string Place(SourceSpan? span) => span switch
    {
        null => "",
        { Line: 0 } => $"{span.File}: ",
        _ => FormattableString.Invariant($"{span.File}({span.Line},{span.Column}): "),
    };

    private string Clean(string text) => _secrets.Aggregate(text, (current, secret) => current.Replace(secret, "***", StringComparison.Ordinal));
}
