using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

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
            return line is null ? null : Of(KnownSecrets.HideLine(line), line, span.Column);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SourceExcerpt Of(string shown, string line, int column)
    {
        // Where a secret is hidden, what follows it stands elsewhere.
        var isInPlace = shown == line || (column > 0 && column <= line.Length && shown.StartsWith(line[..(column - 1)], StringComparison.Ordinal));
        return new(shown[..Math.Min(shown.Length, MaxWidth)], isInPlace && column is > 0 and <= MaxWidth ? column - 1 : -1);
    }
}
