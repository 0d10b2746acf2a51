using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>One JSON document.</summary>
internal sealed class JsonResultWriter(TextWriter output, SecretRedactor redactor) : IResultWriter
{
    public void Write(VerbReport report) => Print(ReportJson.Write(report));

    public void WriteOrigins(VerbReport report) => Print(ReportJson.WriteOrigins(report));

    public void WriteRefusal(IReadOnlyList<Diagnostic> problems) => Print(ReportJson.Write(null, ExitCode.BadInput, null, problems));

    private void Print(string json) => output.WriteLine(redactor.Redact(json));
}
