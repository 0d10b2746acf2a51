using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>
/// Entries from before there were seals, or before they had this key, as the first sealed entry lists them: the first 32 hexadecimal digits of each one's plain
/// seal, in as many tags as it takes.
/// </summary>
internal static class LedgerBefore
{
    private const int Digits = 32;
    private const int PerTag = 120;

    // A create request takes no more tags than this, beside those of the entry itself.
    private const int MostTags = 60;

    /// <summary>The tags that list entries; of too many the newest.</summary>
    /// <param name="entries">The entries, newest first.</param>
    public static IEnumerable<Tag> Write(IEnumerable<LedgerEntry> entries) =>
        entries.Select(DigitsOf).Chunk(PerTag).Take(MostTags).Select((chunk, index) => new Tag($"{LedgerTags.Before}{index + 1}", string.Join(' ', chunk)));

    /// <summary>What an entry lists.</summary>
    public static IEnumerable<string> Read(LedgerEntry entry) => entry.Run.Tags
        .Where(tag => tag.Key.StartsWith(LedgerTags.Before, StringComparison.Ordinal))
        .SelectMany(tag => tag.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How an entry stands in a list.</summary>
    public static string DigitsOf(LedgerEntry entry) => LedgerSeal.Plain.Of(entry)["sha256:".Length..][..Digits];
}
