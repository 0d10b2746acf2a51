using System.Buffers;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Models.Environments;

/// <summary>A conda dependency: <c>[channel::]name[=version[=build]]</c>.</summary>
/// <param name="Text">The text.</param>
/// <param name="Channel">Channel before <c>::</c>; empty when there is none.</param>
/// <param name="Name">Name, lower case.</param>
/// <param name="Version">All after the name, as <c>=3.10</c> or <c>&lt;=25</c>; empty for any version.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record CondaPackage(string Text, string Channel, string Name, string Version, SourceSpan Span)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("=<>!~ [");

    /// <summary>The version that is asked for when just one is, or one with its patches; null otherwise.</summary>
    public string? Pin => Version.StartsWith('=') ? Version.TrimStart('=').Split('=')[0] : null;

    /// <summary>Reads a dependency.</summary>
    public static CondaPackage Parse(string text, SourceSpan span)
    {
        var separator = text.IndexOf("::", StringComparison.Ordinal);
        var (channel, rest) = separator < 0 ? ("", text.Trim()) : (text[..separator].Trim(), text[(separator + 2)..].Trim());
        var end = rest.AsSpan().IndexOfAny(NameEnds);
        return end < 0
            ? new(text, channel, rest.ToLowerInvariant(), "", span)
            : new(text, channel, rest[..end].ToLowerInvariant(), rest[end..].Replace(" ", "", StringComparison.Ordinal), span);
    }
}
