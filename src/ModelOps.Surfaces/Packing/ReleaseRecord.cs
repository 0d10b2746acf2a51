using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelOps.Surfaces.Packing;

/// <summary>Where the program of a release is, and what it was built from: what the setup action reads beside itself.</summary>
/// <param name="Repository">Repository of the toolkit, as owner/name.</param>
/// <param name="Version">Version of the release.</param>
/// <param name="Commit">Commit that it was built from. The one that has this record is its child.</param>
/// <param name="Archive">Address of the archive.</param>
/// <param name="Sha256">SHA-256 of the archive.</param>
internal sealed partial record ReleaseRecord(string Repository, string Version, string Commit, string Archive, string Sha256)
{
    /// <summary>Where it is in the repository.</summary>
    public const string Path = "actions/setup/release.json";

    /// <summary>The record that was committed when this was built; null in every commit that is not that of a release.</summary>
    public static ReleaseRecord? Committed { get; } = ReadCommitted();

    /// <summary>The record of a release.</summary>
    /// <param name="packages">Directory with its archive.</param>
    /// <param name="server">Address of the server with the repository, such as https://github.com.</param>
    /// <param name="repository">The repository, as owner/name.</param>
    /// <param name="commit">The commit that the archive was built from.</param>
    /// <exception cref="ArgumentException">A value is none that the setup action would take.</exception>
    public static ReleaseRecord Of(string packages, string server, string repository, string commit)
    {
        var record = new ReleaseRecord(
            repository,
            ToolkitVersion.Full,
            commit,
            $"{server}/{repository}/releases/download/v{ToolkitVersion.Full}/{ReleaseArchive.FileName}",
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(packages, ReleaseArchive.FileName)))));
        return Taken().IsMatch(record.ToText()) ? record : throw new ArgumentException($"The setup action would not take this:\n{record.ToText()}");
    }

    /// <summary>The text of the file: one value a line, since a shell reads it.</summary>
    public string ToText() => $$"""
        {
          "repository": "{{Repository}}",
          "version": "{{Version}}",
          "commit": "{{Commit}}",
          "archive": "{{Archive}}",
          "sha256": "{{Sha256}}"
        }

        """.ReplaceLineEndings("\n");

    private static ReleaseRecord? ReadCommitted()
    {
        using var stream = typeof(ReleaseRecord).Assembly.GetManifestResourceStream("release.json");
        return stream is null ? null : JsonSerializer.Deserialize<ReleaseRecord>(stream, JsonSerializerOptions.Web);
    }

    [GeneratedRegex("""
        ^\{
          "repository": "[\w.-]+/[\w.-]+",
          "version": "[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?",
          "commit": "[0-9a-f]{40,64}",
          "archive": "https://[A-Za-z0-9./:_~%+-]+",
          "sha256": "[0-9a-f]{64}"
        \}
        $
        """)]
    private static partial Regex Taken();
}
