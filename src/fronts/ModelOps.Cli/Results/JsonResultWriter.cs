using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Cli.Results;

/// <summary>One JSON document.</summary>
/// <param name="output">Takes the document.</param>
/// <param name="redactor">Hides secrets.</param>
/// <param name="onPrinted">Learns which findings the document has.</param>
internal sealed class JsonResultWriter(TextWriter output, SecretRedactor redactor, Action<IReadOnlyList<Diagnostic>> onPrinted) : IResultWriter
{
    public void Write(VerbReport report) => Print(ReportJson.Write(report), report.Diagnostics);

    public void WriteOrigins(VerbReport report) => Print(ReportJson.WriteOrigins(report), report.Diagnostics);

    public void WriteRefusal(IReadOnlyList<Diagnostic> problems) => Print(ReportJson.WriteRefusal(ExitCode.BadInput, problems), problems);

    private void Print(string json, IReadOnlyList<Diagnostic> diagnostics)
    {
        output.WriteLine(redactor.Redact(json));
        onPrinted(diagnostics);
    }
}
