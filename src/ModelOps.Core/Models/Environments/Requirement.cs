using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Models.Environments;

/// <summary>One line for pip.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Text">The line, without comment and with continuation lines joined.</param>
internal sealed record Requirement(RequirementKind Kind, string Text)
{
    /// <summary>
    /// Name of the package as indexes compare it: lower case, <c>-</c> for any run of <c>-_.</c>; empty where the line names none.
    /// </summary>
    public string Name { get; init; } = "";

    /// <summary>Versions that are asked for, without white space, as <c>&gt;=1,&lt;2</c>; empty for any.</summary>
    public string Specifier { get; init; } = "";

    /// <summary>File, directory or URL that the line names.</summary>
    public string Target { get; init; } = "";

    /// <summary>Condition after <c>;</c>.</summary>
    public string Marker { get; init; } = "";

    /// <summary>Values of <c>--hash</c>, as <c>sha256:...</c>.</summary>
    public IReadOnlyList<string> Hashes { get; init; } = [];

    /// <summary>Where the line starts.</summary>
    public SourceSpan? Span { get; init; }
}
