using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Hosting;

/// <summary>Azure Pipelines: logging commands on a stream.</summary>
/// <remarks>Form: learn.microsoft.com, "Logging commands"; escapes as the agent's CommandStringConvertor reads them.</remarks>
internal sealed class AzureHost(IEnvironment environment, TextWriter output, SecretRedactor redactor) : IBuildHost
{
    private readonly HashSet<string> _explained = [];
    private readonly HelpPages _pages = HelpPages.Of(environment);

    public void Report(Diagnostic diagnostic)
    {
        var lines = DiagnosticText.Lines(diagnostic, redactor).ToList();
        if (diagnostic.Severity == Severity.Info)
        {
            output.WriteLine(DiagnosticText.Canonical(diagnostic, lines[0]));
            return;
        }

        if (_explained.Add(diagnostic.Code))
        {
            lines.Add(DiagnosticText.Help(diagnostic.Descriptor, _pages));
        }

        output.WriteLine(
            $"##vso[task.logissue type={DiagnosticText.Severity(diagnostic)};{Place(diagnostic.Span)}code={diagnostic.Code};]{Data(string.Join('\n', lines))}");
    }

    public void Relay(string line) => output.WriteLine(RelayText.Clean(line, redactor));

    public void SetOutput(InputName name, string value) =>
        output.WriteLine($"##vso[task.setvariable variable={Property(name.Camel)};isoutput=true;]{Data(value)}");

    public void Mask(string secret)
    {
        foreach (var form in redactor.Add(secret))
        {
            output.WriteLine($"##vso[task.setsecret]{Data(form)}");
        }
    }

    // The agent names the attachment after the file, so every summary gets a file of its own. A step whose commands are restricted may not
    // upload one and would get a warning instead: the tasks and step templates, which are restricted, say so by a variable.
    public string Redact(string text) => redactor.Redact(text);

    public void WriteSummary(string markdown)
    {
        if (environment.Get("MODELOPS_NO_SUMMARY") is { Length: > 0 })
        {
            return;
        }

        var directory = environment.Get("AGENT_TEMPDIRECTORY") is { Length: > 0 } own ? own : Path.GetTempPath();
        var file = Path.Combine(Path.GetFullPath(directory), $"modelops-{Guid.NewGuid():N}.md");
        File.WriteAllText(file, redactor.Redact(markdown), new UTF8Encoding(false));
        output.WriteLine($"##vso[task.uploadsummary]{Data(file)}");
    }

    private static string Place(SourceSpan? span)
    {
        var place = span is null ? "" : $"sourcepath={Property(LogText.Clean(span.File))};";
        place += span is { Line: > 0 } ? $"linenumber={span.Line};" : "";
        return place + (span is { Line: > 0, Column: > 0 } ? $"columnnumber={span.Column};" : "");
    }

    private static string Data(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("]", "%5D", StringComparison.Ordinal);
}
