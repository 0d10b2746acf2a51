namespace ModelOps.Abstractions.Diagnostics;

/// <summary>One entry of the diagnostic catalogue: everything about a code that does not depend on the occasion.</summary>
/// <param name="Code">Stable code, <c>MOP</c> and four digits.</param>
/// <param name="Severity">Severity unless a verb lowers it.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Cause">When this happens, in a sentence or two.</param>
/// <param name="Fix">What the reader should do.</param>
public sealed record DiagnosticDescriptor(string Code, Severity Severity, string Title, string Cause, string Fix)
{
    /// <summary>Page of the reference that explains the code, relative to the repository.</summary>
    public string HelpPath => $"docs/diagnostics/{Code}.md";

    /// <summary>The command that explains the code.</summary>
    public string ExplainCommand => $"modelops explain {Code}";

    /// <summary>Makes a diagnostic of this kind.</summary>
    /// <param name="message">What happened here, what was expected and what was found.</param>
    /// <param name="span">Where, if there is a place.</param>
    public Diagnostic At(string message, SourceSpan? span = null) => new(this, Severity, message, span);
}
