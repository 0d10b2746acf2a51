using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelOps.Core.Packaging;

/// <summary>What is written down beside a package: the commit that it was made from. It names the content, so that it says nothing of another package.</summary>
/// <param name="Content">Content of the package.</param>
/// <param name="Commit">Full hash of the commit.</param>
internal sealed partial record ProvenanceRecord(ContentIdentity Content, string Commit)
{
    private const int FormatVersion = 1;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2, AllowDuplicateProperties = false };

    /// <summary>The record as text; there is exactly one for a record.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(
        $$"""
        {
          "formatVersion": {{FormatVersion}},
          "digest": "{{Content.Digest}}",
          "manifest": "{{Content.Manifest}}",
          "commit": "{{Commit}}"
        }

        """.ReplaceLineEndings("\n"));

    /// <summary>Reads a record; null for anything but the very text that is written.</summary>
    public static ProvenanceRecord? Read(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            var root = document.RootElement;
            var (digest, manifest, commit) = (root.GetProperty("digest").GetString(), root.GetProperty("manifest").GetString(), root.GetProperty("commit").GetString());
            var isValid = Digest().IsMatch(digest ?? "") && Digest().IsMatch(manifest ?? "") && Hash().IsMatch(commit ?? "");
            return isValid && new ProvenanceRecord(new(digest!, manifest!), commit!) is var record && record.Write().AsSpan().SequenceEqual(text) ? record : null;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();

    [GeneratedRegex(@"\A([0-9a-f]{40}|[0-9a-f]{64})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Hash();
}
