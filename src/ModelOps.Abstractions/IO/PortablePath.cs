using System.Globalization;
using System.Text;
using ModelOps.Abstractions.Text;

namespace ModelOps.Abstractions.IO;

/// <summary>
/// A path that a new package may carry: a <see cref="SafeRelativePath"/> that MLflow's server takes, that Windows can write, that a second reader sees as
/// the same name, and that is no part of a git repository. What is in a package or a registry already is held to <see cref="SafeRelativePath"/> only.
/// </summary>
internal static class PortablePath
{
    /// <summary>Longest part of a path, in UTF-8 bytes: what file systems hold.</summary>
    public const int MaxPartBytes = 255;

    private const string GitDirectory = ".git";

    // Blank, although Unicode does not count them among the format characters: fillers, braille blank, variation selectors.
    private static readonly (int First, int Last)[] Blank = [(0x115F, 0x1160), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF)];

    /// <summary>Checks a path; touches no file system.</summary>
    /// <param name="text">The path.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the path; empty when nothing is.</param>
    /// <returns>Whether the path may be packed.</returns>
    public static bool TryValidate(string text, out string problem) => SafeRelativePath.TryValidate(text, FindProblem, out problem);

    private static string? FindProblem(string text) => FindCharacter(text) ?? text.Split('/').Select(FindPart).FirstOrDefault(found => found is not null);

    private static string? FindCharacter(string text)
    {
        foreach (var point in VisibleText.Points(text))
        {
            if (point == '#')
            {
                return "has '#', which MLflow's server refuses in names";
            }

            if (point is '?' or '*' or '|' or '<' or '>' or '"')
            {
                return $"has '{(char)point}', which Windows cannot write in names";
            }

            if (IsInvisible(point))
            {
                return $"has {VisibleText.Name(point)}, which cannot be seen or looks like a space: another spelling looks the same";
            }
        }

        return null;
    }

    private static bool IsInvisible(int point) =>
        VisibleText.IsHidden(point)
        || (point != ' ' && CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.SpaceSeparator)
        || Blank.Any(range => point >= range.First && point <= range.Last);

    private static string? FindPart(string part)
    {
        if (part.Equals(GitDirectory, StringComparison.OrdinalIgnoreCase))
        {
            return $"has the part '{part}', in which git keeps programs that it runs";
        }

        var bytes = Encoding.UTF8.GetByteCount(part);
        return bytes > MaxPartBytes ? $"has a part of {bytes} bytes; file systems hold {MaxPartBytes}" : null;
    }
}
