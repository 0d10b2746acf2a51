using System.Text;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>Tells the small text that Git LFS, DVC or git-annex puts in the place of a large file from the file itself.</summary>
internal static class PointerFile
{
    private const int MinBytes = 20;
    private const int MaxBytes = 1024;
    private const string DvcExtension = ".dvc";

    private static readonly string[] LfsVersions = ["version https://git-lfs.github.com/spec/v1", "version https://hawser.github.com/spec/v1"];

    /// <summary>What stands in the place of a file and how to get the file, as the end of a sentence; null for a file that is itself.</summary>
    /// <param name="path">Full path of a regular file.</param>
    /// <param name="length">Its length in bytes.</param>
    public static string? Describe(string path, long length)
    {
        if (length is < MinBytes or > MaxBytes)
        {
            return null;
        }

        var lines = ReadText(path).Split('\n', StringSplitOptions.TrimEntries);
        if (LfsVersions.Contains(lines[0]) && Has(lines, "oid sha256:") && Has(lines, "size "))
        {
            return $"a Git LFS pointer of {length} bytes stands where the file should be; check out with lfs: true, or run git lfs pull";
        }

        if (lines[0].StartsWith("/annex/objects/", StringComparison.Ordinal))
        {
            return $"a git-annex pointer of {length} bytes stands where the file should be; run git annex get";
        }

        return IsDvc(lines) && FindMissing(path, lines) is { } missing
            ? $"a DVC pointer of {length} bytes stands where '{missing}' should be; run dvc pull"
            : null;
    }

    private static bool IsDvc(string[] lines) => lines.Contains("outs:") && Has(lines, "- md5:", "md5:", "- hash:", "hash:", "- etag:") && Has(lines, "path:", "- path:");

    // Beside the file itself the pointer does no harm.
    private static string? FindMissing(string path, string[] lines)
    {
        if (path.EndsWith(DvcExtension, StringComparison.Ordinal))
        {
            var own = path[..^DvcExtension.Length];
            return Path.Exists(own) ? null : Path.GetFileName(own);
        }

        // dvc.yaml and dvc.lock name outputs too, and begin otherwise.
        if (lines[0] != "outs:")
        {
            return null;
        }

        return lines.Select(line => line.TrimStart('-', ' ')).First(line => line.StartsWith("path:", StringComparison.Ordinal))["path:".Length..].Trim(' ', '\'', '"');
    }

    private static bool Has(string[] lines, params string[] starts) =>
        lines.Any(line => starts.Any(start => line.StartsWith(start, StringComparison.Ordinal)));

    private static string ReadText(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[MaxBytes];
        return Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
