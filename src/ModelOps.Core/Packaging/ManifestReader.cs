using System.Text.Json;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Packaging;

/// <summary>
/// Reads a manifest. It must be exactly the text that the packager writes, so no two readers can understand it differently.
/// </summary>
internal static class ManifestReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads a manifest.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="packageLength">Bytes of the package: no file in it can be larger.</param>
    /// <param name="failures">Makes the exceptions.</param>
    /// <exception cref="ModelOpsException">Anything is not as the packager writes it.</exception>
    public static ContentDigest Read(byte[] bytes, long packageLength, PackageFailures failures)
    {
        var digest = Parse(bytes, failures);
        CheckFiles(digest.Files, packageLength, failures);
        if (!PackageManifest.Write(digest).AsSpan().SequenceEqual(bytes))
        {
            throw failures.Malformed("manifest.json has other members or another layout than the packager writes");
        }

        var computed = ContentDigest.Of(digest.Files).Value;
        return string.Equals(computed, digest.Value, StringComparison.Ordinal)
            ? digest
            : throw failures.Mismatch($"manifest.json states the digest {digest.Value}; that of its files is {computed}.");
    }

    private static ContentDigest Parse(byte[] bytes, PackageFailures failures)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var root = document.RootElement;
            var version = root.GetProperty("formatVersion").GetInt32();
            if (version > PackageManifest.FormatVersion)
            {
                throw failures.NewerFormat(version);
            }

            var files = root.GetProperty("files").EnumerateArray().Select(file => new FileDigest(
                file.GetProperty("path").GetString()!, file.GetProperty("size").GetInt64(), file.GetProperty("sha256").GetString()!));
            return new(root.GetProperty("digest").GetString()!, [.. files]);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw failures.Malformed($"manifest.json is not a manifest: {failure.Message}", failure);
        }
    }

    private static void CheckFiles(IReadOnlyList<FileDigest> files, long packageLength, PackageFailures failures)
    {
        var unsafePaths = ContentRules.Check(files.Select(file => file.Path ?? ""), _ => failures.Place);
        if (unsafePaths.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, unsafePaths);
        }

        var wrong = files.FirstOrDefault(
            file => file.Size < 0 || file.Size > packageLength || file.Sha256 is not { Length: 64 } hash || !hash.All(char.IsAsciiHexDigitLower));
        if (wrong is not null)
        {
            throw failures.Malformed($"manifest.json has no valid size and SHA-256 for '{wrong.Path}'");
        }

        if (!files.Zip(files.Skip(1)).All(pair => Utf8Order.Instance.Compare(pair.First.Path, pair.Second.Path) < 0))
        {
            throw failures.Malformed("manifest.json does not list the files in the order of the UTF-8 bytes of their paths");
        }

        if (!files.Any(file => string.Equals(file.Path, ContentRules.ModelFile, StringComparison.Ordinal)))
        {
            throw failures.Malformed($"manifest.json has no file {ContentRules.ModelFile}");
        }
    }
}
