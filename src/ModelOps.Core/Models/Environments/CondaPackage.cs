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

    /// <summary>Whether conda may install a version: <c>=3.10</c> stands for every patch of it, <c>==3.10.1</c> for one.</summary>
    public bool Allows(PythonVersion version)
    {
        if (Pin is not { } pin)
        {
            return Version.Length == 0 || Version.Contains('|', StringComparison.Ordinal) || VersionSpecifier.Allows(Version, version);
        }

        var numbers = pin.TrimEnd('*').TrimEnd('.');
        return PythonVersion.Parse(numbers) is not { } bound
            || (Version.StartsWith("==", StringComparison.Ordinal) ? version.CompareTo(bound) == 0 : version.Agrees(bound, numbers.Split('.').Length));
    }

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
