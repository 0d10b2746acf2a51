using ModelOps.Abstractions.Text;

namespace ModelOps.Abstractions.Diagnostics;

/// <summary>One finding, ready to be rendered by any build host.</summary>
/// <param name="Descriptor">The catalogue entry.</param>
/// <param name="Severity">Severity on this occasion.</param>
/// <param name="Message">
/// What happened, what was expected and what was found. May contain text from outside: hosts escape it. Passwords in URLs and tokens that are known by their
/// form are hidden here, so that no writer can print them.
/// </param>
/// <param name="Span">Where, if there is a place.</param>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, Severity Severity, string Message, SourceSpan? Span)
{
    private readonly string _message = KnownSecrets.Hide(Message);

    /// <summary>What happened, what was expected and what was found, without secrets.</summary>
    public string Message
    {
        get => _message;
        init => _message = KnownSecrets.Hide(value);
    }

    /// <summary>Stable code, <c>MOP</c> and four digits.</summary>
    public string Code => Descriptor.Code;
}
