using System.Globalization;
using System.Text;
using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Core.Packaging;

/// <summary>
/// The manifest of a package: format version, digest, and path, size and SHA-256 of every file. It says nothing of where the model came from;
/// that belongs to the tags of a model version.
/// </summary>
internal static class PackageManifest
{
    /// <summary>Version of the package format.</summary>
    public const int FormatVersion = 1;

    /// <summary>Largest manifest, in bytes: some hundred thousand files.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly string NoDigest = new('0', 64);

    /// <summary>
    /// Writes the manifest. There is exactly one text for a content: written by hand, because what a JSON library escapes may change with its version,
    /// and safe paths need no escape but that of the quotation mark.
    /// </summary>
    public static byte[] Write(ContentDigest digest)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"formatVersion\": {FormatVersion},\n  \"digest\": \"{digest.Value}\",\n  \"files\": [");
        var separator = "\n";
        foreach (var file in digest.Files)
        {
            var path = file.Path.Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"{separator}    {{\"path\": \"{path}\", \"size\": {file.Size}, \"sha256\": \"{file.Sha256}\"}}");
            separator = ",\n";
        }

        return Encoding.UTF8.GetBytes(text.Append("\n  ]\n}\n").ToString());
    }

    /// <summary>Bytes of the manifest, which do not depend on the digests.</summary>
    public static long LengthFor(IReadOnlyList<ContentFile> files) =>
        Write(new("sha256:" + NoDigest, [.. files.Select(file => new FileDigest(file.Path, file.Length, NoDigest))])).Length;
}
