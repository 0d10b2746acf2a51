using System.Globalization;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.History;

/// <summary>Tells from a ledger where aliases were at a time.</summary>
/// <param name="Time">The time.</param>
internal sealed partial record PastMoment(DateTimeOffset Time)
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyyMMdd'T'HHmmK", "yyyyMMdd'T'HHmmssK", "yyyyMMdd'T'HHmmss.FFFFFFFK",
    ];

    /// <summary>Reads a time.</summary>
    /// <exception cref="ModelOpsException">It is none (MOP0002, exit 2).</exception>
    public static PastMoment Parse(string text) =>
        DateTimeOffset.TryParseExact(Plain(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? new(time)
            : throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At($"Input 'at' is '{text}'; expected a time such as 2026-11-30T12:00Z or 2026-11-30."));

    /// <summary>For each alias that a version had then, the entry that had put it there; only entries that count are asked.</summary>
    public IEnumerable<LedgerEntry> Select(LedgerTrust ledger)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ledger.Counted.Where(entry => (entry.EndedAt ?? entry.Run.StartedAt) <= Time))
        {
            if (entry.Text(LedgerTags.Removed) is { Length: > 0 } removed)
            {
                seen.Add(removed);
            }
            else if (entry.MovesAlias && seen.Add(entry.Alias))
            {
                yield return entry;
            }
        }
    }

    // As git, date, Python and MLflow print it: a space for the T and before the offset, small letters, a comma, more digits than there are, an offset of hours.
    private static string Plain(string text)
    {
        var plain = text.Trim().ToUpperInvariant().Replace(',', '.');
        plain = DateAndTime().Replace(plain, "T", 1).Replace(" ", "", StringComparison.Ordinal);
        return HoursOnly().Replace(Digits().Replace(plain, "$1"), "$1:00");
    }

    [GeneratedRegex("(?<=^[0-9-]+) ", RegexOptions.CultureInvariant)]
    private static partial Regex DateAndTime();

    [GeneratedRegex("(\\.[0-9]{7})[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("(T.*[+-][0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex HoursOnly();
}
