using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.CrashHarness;

/// <summary>Prints what a host is told, one line each.</summary>
internal sealed class LineHost : IBuildHost
{
    public void Report(Diagnostic diagnostic) => Console.Error.WriteLine($"{diagnostic.Code} {diagnostic.Message}");

    public void Relay(string line) => Console.Error.WriteLine(LogText.Clean(line));

    public void SetOutput(InputName name, string value) => Console.Out.WriteLine($"output {name.Kebab}={value}");

    public void Mask(string secret)
    {
    }

    public string Redact(string text) => text;

    public void WriteSummary(string markdown)
    {
    }
}
