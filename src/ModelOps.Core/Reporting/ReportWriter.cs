using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Html;
using ModelOps.Core.Reporting.Json;
using ModelOps.Core.Reporting.Markdown;

namespace ModelOps.Core.Reporting;

/// <summary>Writes reports: one HTML file, Markdown, or JSON.</summary>
internal static class ReportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a report in the format of the file's extension.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">A file that ends in <c>.html</c>, <c>.md</c> or <c>.json</c>; its directory is made.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ModelOpsException">The extension is another one, or the file cannot be written.</exception>
    public static Task WriteAsync(ReleaseReport report, string path, CancellationToken cancellationToken) => WriteAsync(report, [path], cancellationToken);

    /// <summary>Writes a report in several formats; the curves are worked out once.</summary>
    /// <param name="report">The report.</param>
    /// <param name="paths">Files that end in <c>.html</c>, <c>.md</c> or <c>.json</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What the report says.</returns>
    /// <exception cref="ModelOpsException">An extension is another one, or a file cannot be written.</exception>
    public static async Task<ReportDocument> WriteAsync(ReleaseReport report, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var formats = paths.Select(FormatOf).ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        var document = ReportDocuments.Of(report);
        foreach (var (path, format) in paths.Zip(formats))
        {
            await WriteAsync(Path.GetFullPath(path), Utf8.GetBytes(format(document)), cancellationToken);
        }

        return document;
    }

    /// <summary>A report in Markdown.</summary>
    /// <param name="report">The report.</param>
    /// <param name="limit">Bytes of UTF-8 at most, and so letters too. Default: GitHub's limit of a comment.</param>
    public static string Markdown(ReleaseReport report, int limit = MarkdownReport.CommentLimit) => MarkdownReport.Write(ReportDocuments.Of(report), limit);

    /// <summary>The head of a report in Markdown, for the summary page of a build's step.</summary>
    /// <param name="document">What the report says.</param>
    public static string Head(ReportDocument document) => MarkdownHead.Write(document);

    private static Func<ReportDocument, string> FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => HtmlReport.Write,
        ".MD" => document => MarkdownReport.Write(document, MarkdownReport.SummaryLimit),
        ".JSON" => ReportJsonWriter.Write,
        _ => throw new ModelOpsException(
            ExitCode.BadInput,
            InputDiagnostics.Invalid.At($"The report '{path}' has no format: expected a name that ends in .html, .md or .json.")),
    };

    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await StagedFile.WriteAsync(path, content, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At($"The report '{path}' cannot be written: {failure.Message}"), failure);
        }
    }
}
