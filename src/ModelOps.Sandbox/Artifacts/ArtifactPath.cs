using System.Text;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>
/// Paths of artifacts as callers send them: decoded until nothing changes, as MLflow does, and then held to the rules of <see cref="StoredPath"/>,
/// which refuse a little more than MLflow does.
/// </summary>
internal static class ArtifactPath
{
    /// <summary>Directory below the root for files that are being received; never served.</summary>
    public const string PartialDirectory = ".partial";

    private const int MaxDecodings = 10;
    private const int MaxNameBytes = 255;

    /// <summary>A path relative to the root; empty for the root itself.</summary>
    /// <exception cref="MlflowFault">The path could leave the root, or mean something else to another reader.</exception>
    public static string Parse(string text)
    {
        var decoded = Decode(text) ?? throw Refused();
        if (decoded.StartsWith('/') || decoded.Contains('#', StringComparison.Ordinal))
        {
            throw Refused();
        }

        var parts = decoded.Split('/').Where(part => part is not ("" or ".")).ToList();
        var path = string.Join('/', parts);
        return parts.Count == 0 ? ""
            : !StoredPath.IsKept(path)
                || parts.Exists(part => Encoding.UTF8.GetByteCount(part) > MaxNameBytes)
                || parts[0].Equals(PartialDirectory, StringComparison.OrdinalIgnoreCase) ? throw Refused()
            : path;
    }

    /// <summary>A path below the root that is not the root itself.</summary>
    /// <exception cref="MlflowFault">The path is empty, or not safe.</exception>
    public static string ParseFile(string text) => Parse(text) is { Length: > 0 } path && !text.EndsWith('/') ? path : throw Refused();

    /// <summary>Two paths, one below the other; either may be empty.</summary>
    public static string Join(string parent, string child) => parent.Length == 0 || child.Length == 0 ? parent + child : $"{parent}/{child}";

    /// <summary>The refusal that MLflow gives.</summary>
    public static MlflowFault Refused() => MlflowFault.Invalid("Invalid path");

    private static string? Decode(string text)
    {
        for (var round = 0; round < MaxDecodings; round++)
        {
            var decoded = Uri.UnescapeDataString(text);
            if (string.Equals(decoded, text, StringComparison.Ordinal))
            {
                return decoded;
            }

            text = decoded;
        }

        return null;
    }
}
