using System.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli;

/// <summary>Lines of help pages, 80 columns wide on every terminal, so that they are the same everywhere.</summary>
internal static class HelpLines
{
    private const int Width = 80;

    /// <summary>Names and what they are.</summary>
    public static void WritePairs(StringBuilder text, IReadOnlyList<(string Name, string Description)> pairs)
    {
        var width = pairs.Max(pair => pair.Name.Length) + 2;
        foreach (var (name, description) in pairs)
        {
            text.Append("  ").Append(name.PadRight(width));
            WriteWrapped(text, description, width + 2, isBegun: true);
        }
    }

    /// <summary>Words at an indent; the first line may be begun already.</summary>
    public static void WriteWrapped(StringBuilder text, string words, int indent, bool isBegun = false)
    {
        foreach (var (index, line) in WordWrap.Lines(words, Width - indent).Index())
        {
            text.Append(' ', index == 0 && isBegun ? 0 : indent).Append(line).Append('\n');
        }
    }
}
