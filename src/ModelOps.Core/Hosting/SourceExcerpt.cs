using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Hosting;

/// <summary>The line that a finding is about.</summary>
/// <param name="Text">The line, cut to what a terminal shows.</param>
/// <param name="Caret">Where in the text the finding is, from 0; -1 when unknown.</param>
internal sealed record SourceExcerpt(string Text, int Caret)
{
    private const int MaxWidth = 120;
    private const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads the line; null when there is none, or the file is too large or not readable.</summary>
    public static SourceExcerpt? Read(SourceSpan span)
    {
        try
        {
            if (span.Line == 0 || new FileInfo(span.File) is not { Exists: true, Length: <= MaxBytes })
            {
                return null;
            }

            var line = File.ReadLines(span.File).Skip(span.Line - 1).FirstOrDefault()?.Replace('\t', ' ');
            return line is null ? null : new(line[..Math.Min(line.Length, MaxWidth)], span.Column is > 0 and <= MaxWidth ? span.Column - 1 : -1);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
