using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.Testing;

/// <summary>A build host that keeps what it is told.</summary>
public sealed class RecordingHost : IBuildHost
{
    public List<Diagnostic> Diagnostics { get; } = [];

    public Dictionary<string, string> Outputs { get; } = [];

    public List<string> Masked { get; } = [];

    public List<string> Summaries { get; } = [];

    public List<string> Relayed { get; } = [];

    public void Report(Diagnostic diagnostic) => Diagnostics.Add(diagnostic);

    public void Relay(string line) => Relayed.Add(line);

    public void SetOutput(InputName name, string value) => Outputs[name.Kebab] = value;

    public void Mask(string secret) => Masked.Add(secret);

    public string Redact(string text) => Masked.Aggregate(text, (hidden, secret) => hidden.Replace(secret, "***", StringComparison.Ordinal));

    public void WriteSummary(string markdown) => Summaries.Add(markdown);
}
