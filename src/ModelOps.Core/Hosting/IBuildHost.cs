using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Hosting;

/// <summary>The system a build runs on, as far as the toolkit talks to it. Implementations escape all text for their sink.</summary>
public interface IBuildHost
{
    /// <summary>Renders a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    void Report(Diagnostic diagnostic);

    /// <summary>Shows a line that a program which is not ours printed: never a command of the host, whatever it holds.</summary>
    /// <param name="line">The line, without its end.</param>
    void Relay(string line);

    /// <summary>Hands an output to later steps.</summary>
    /// <param name="name">Name of the output.</param>
    /// <param name="value">Value; may contain line breaks and text from outside.</param>
    void SetOutput(InputName name, string value);

    /// <summary>Makes the host hide a text from now on. May be called from any thread, while others report.</summary>
    /// <param name="secret">The text.</param>
    void Mask(string secret);

    /// <summary>A text without what was masked, for a place that the host does not show.</summary>
    /// <param name="text">The text.</param>
    string Redact(string text);

    /// <summary>Shows Markdown on the run's summary page, where the host has one.</summary>
    /// <param name="markdown">The text.</param>
    void WriteSummary(string markdown);
}
