using System.Text;

namespace ModelOps.Core.Hosting;

/// <summary>
/// Writes the files through which a GitHub step talks to the runner: UTF-8 without BOM, lines ended by a line feed, always appended.
/// </summary>
internal static class StepFile
{
    /// <summary>Largest summary that the runner keeps, in bytes; it drops a larger one whole.</summary>
    public const int MaxSummaryBytes = 1024 * 1024;

    private const string CutNote = "\n\n*The summary is cut here: the runner keeps no more than 1 MiB.*\n";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>One output as a block that ends at a line equal to the delimiter.</summary>
    /// <exception cref="ArgumentException">Name or value contains the delimiter, or the name would not stay one name.</exception>
    public static string Heredoc(string name, string value, string delimiter)
    {
        if (name.Length == 0 || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')))
        {
            throw new ArgumentException($"'{name}' cannot name an output.", nameof(name));
        }

        return value.Contains(delimiter, StringComparison.Ordinal)
            ? throw new ArgumentException($"The value of '{name}' contains the delimiter that would end it.", nameof(value))
            : $"{name}<<{delimiter}\n{value}\n{delimiter}\n";
    }

    /// <summary>Appends a block in one write; a last line that someone left open is closed first.</summary>
    public static void Append(string file, string block)
    {
        using var stream = OpenExclusive(file);
        var isOpen = stream.Length > 0 && LastByte(stream) != '\n';
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Utf8.GetBytes(isOpen ? "\n" + block : block));
    }

    /// <summary>Appends Markdown as far as the limit lets it.</summary>
    public static void AppendSummary(string file, string markdown)
    {
        var used = File.Exists(file) ? new FileInfo(file).Length : 0;
        var room = MaxSummaryBytes - used - 1;
        if (Utf8.GetByteCount(markdown) + 1 <= room)
        {
            Append(file, markdown + "\n");
        }
        else if (room > Utf8.GetByteCount(CutNote))
        {
            Append(file, Cut(markdown, (int)room - Utf8.GetByteCount(CutNote)) + CutNote);
        }
    }

    private static string Cut(string text, int maxBytes)
    {
        var encoder = Utf8.GetEncoder();
        encoder.Convert(text, new byte[maxBytes], flush: false, out var used, out _, out _);
        return text[..used];
    }

    private static int LastByte(FileStream stream)
    {
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte();
    }

    // Another process of the same step may be writing: wait a moment for it.
    private static FileStream OpenExclusive(string file)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException failure) when (attempt < 40 && failure is not (FileNotFoundException or DirectoryNotFoundException))
            {
                Thread.Sleep(50);
            }
        }
    }
}
