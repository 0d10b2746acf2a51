using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli.Tables;

/// <summary>A cell as people see it.</summary>
internal static class CellText
{
    private const string DigestPrefix = "sha256:";
    private const int ShortDigest = 10;

    /// <summary>The cell, short on a terminal and bounded everywhere.</summary>
    public static string Of(string cell, CellKind kind, TextForm form)
    {
        if (form.IsWhole)
        {
            return cell;
        }

        if (!form.IsShort)
        {
            return DisplayWidth.Cut(cell, TextForm.MaxCell);
        }

        return DisplayWidth.Cut(kind == CellKind.Time ? RelativeTime.Of(cell, form.Now) : Shorten(cell), TextForm.MaxCell);
    }

    /// <summary>The beginning of a digest or a commit, which show by their form; other text as it is.</summary>
    public static string Shorten(string cell)
    {
        var digits = cell.StartsWith(DigestPrefix, StringComparison.Ordinal) ? cell[DigestPrefix.Length..] : cell;
        return digits.Length is 40 or 64 && digits.All(char.IsAsciiHexDigit) ? digits[..ShortDigest] : cell;
    }
}
