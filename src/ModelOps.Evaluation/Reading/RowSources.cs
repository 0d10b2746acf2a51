using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Evaluation.Reading;

/// <summary>Opens files of rows.</summary>
internal static class RowSources
{
    private const int HeadLength = 4096;
    private const int BufferLength = 1 << 17;

    private static readonly string[] JsonExtensions = [".jsonl", ".ndjson", ".json"];

    /// <summary>Opens a file as what its extension says, else as what its first character says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="problems">Takes the problems of single rows.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="ModelOpsException">The file is no text, has no header, or cannot be opened (MOP6001, exit 2).</exception>
    public static IRowSource Open(string path, ReadLimits limits, RowProblems problems, CancellationToken cancellationToken)
    {
        FileStream? file = null;
        try
        {
            if (SpecialFile.DescribeTarget(Path.GetFullPath(path)) is { } special)
            {
                throw problems.Stop(EvaluationDiagnostics.Unreadable, $"It is {special}; expected a file.");
            }

            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength, FileOptions.SequentialScan);
            return IsJson(path, Head(file, problems))
                ? new JsonRowSource(file, limits, problems, cancellationToken)
                : new CsvRowSource(file, limits, problems, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw problems.Stop(EvaluationDiagnostics.Unreadable, $"It cannot be opened: {failure.Message}");
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    private static byte[] Head(FileStream file, RowProblems problems)
    {
        var head = new byte[HeadLength];
        var length = file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        file.Position = 0;
        return head.AsSpan(0, length).Contains((byte)0)
            ? throw problems.Stop(EvaluationDiagnostics.Unreadable, "It holds zero bytes: expected text in UTF-8, found a binary file or another encoding.")
            : head[..length];
    }

    private static bool IsJson(string path, ReadOnlySpan<byte> head)
    {
        var extension = Path.GetExtension(path);
        if (extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return JsonExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
            || head.TrimStart("\uFEFF \t\r\n"u8).StartsWith("{"u8);
    }
}
