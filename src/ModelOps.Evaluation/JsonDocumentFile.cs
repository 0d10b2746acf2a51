using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Abstractions.Json;

namespace ModelOps.Evaluation;

/// <summary>A file that is one JSON value, of a size that fits into memory.</summary>
internal static class JsonDocumentFile
{
    /// <summary>Largest file, in bytes: a profile of as many columns as are read.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelOpsException">It cannot be read, or is not JSON (MOP6001, exit 2).</exception>
    public static async Task<(JsonSource Source, JsonTree Root)> ReadAsync(string path, RowProblems problems, CancellationToken cancellationToken)
    {
        try
        {
            if (SpecialFile.DescribeTarget(Path.GetFullPath(path)) is { } special)
            {
                throw problems.Stop(EvaluationDiagnostics.Unreadable, $"It is {special}; expected a file.");
            }

            if (new FileInfo(path).Length > MaxBytes)
            {
                throw problems.Stop(EvaluationDiagnostics.TooLarge, $"It has more than {MaxBytes} bytes.");
            }

            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            var source = JsonSource.OfFile(path, bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
            var found = new List<Diagnostic>();
            return SafeJson.Parse(source, EvaluationDiagnostics.Unreadable, found) is { } root ? (source, root) : throw new ModelOpsException(ExitCode.BadInput, found);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw problems.Stop(EvaluationDiagnostics.Unreadable, $"It cannot be read: {failure.Message}");
        }
    }
}
