using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli;

/// <summary>Keeps findings back until the document is printed: what stands in it is not repeated, and what came later is still said.</summary>
/// <param name="inner">The host.</param>
internal sealed class HeldFindings(IBuildHost inner) : IBuildHost
{
    private readonly List<Diagnostic> _held = [];

    public void Report(Diagnostic diagnostic) => _held.Add(diagnostic);

    public void Relay(string line) => inner.Relay(line);

    public void SetOutput(InputName name, string value) => inner.SetOutput(name, value);

    public void Mask(string secret) => inner.Mask(secret);

    public string Redact(string text) => inner.Redact(text);

    public void WriteSummary(string markdown) => inner.WriteSummary(markdown);

    /// <summary>Lets go of what a document says.</summary>
    public void Drop(IEnumerable<Diagnostic> printed)
    {
        foreach (var finding in printed)
        {
            _held.Remove(finding);
        }
    }

    /// <summary>Says what no document has said.</summary>
    public void Release()
    {
        _held.ForEach(inner.Report);
        _held.Clear();
    }
}
