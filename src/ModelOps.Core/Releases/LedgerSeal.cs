using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Seals an entry of the ledger: a digest of its run, its start and every tag of the toolkit, so that none of them is changed unseen.</summary>
/// <param name="key">Key of HMAC-SHA-256; null for plain SHA-256, which finds changes and not forgeries.</param>
internal sealed class LedgerSeal(byte[]? key)
{
    /// <summary>The form of 0.2: a later one gets another line.</summary>
    private const string Form = "modelops ledger 2\n";

    private const string Keyed = "hmac-sha256:";

    // The run is not known before it is created, and its tags are written in that very request.
    private const string NoRun = "";

    /// <summary>Seals without a key.</summary>
    public static LedgerSeal Plain { get; } = new(key: null);

    /// <summary>For somebody who has no key and only looks: whatever was sealed with one holds.</summary>
    public static LedgerSeal Unchecked { get; } = new(key: null) { IsUnchecked = true };

    /// <summary>Whether a seal tells who wrote it.</summary>
    public bool HasKey => key is not null || IsUnchecked;

    private bool IsUnchecked { get; init; }

    /// <summary>Seal of an entry that is about to be created.</summary>
    public string OfDraft(DateTimeOffset startedAt, IEnumerable<Tag> tags) => Compute(NoRun, startedAt, tags.Select(tag => KeyValuePair.Create(tag.Key, tag.Value)));

    /// <summary>Seal of an entry as it is.</summary>
    public string Of(LedgerEntry entry) => Compute(entry.Run.Id, entry.Run.StartedAt, entry.Run.Tags);

    /// <summary>
    /// Whether an entry is what was sealed. One that decides something, and is ended, has a seal with its run and its end; any other may have the seal that it
    /// was created with, which another run could have as well: it says nothing that anybody goes by.
    /// </summary>
    public bool Holds(LedgerEntry entry)
    {
        if (entry.IsFinished && entry.Decides && !entry.HasSealedEnd)
        {
            return false;
        }

        return IsUnchecked ? entry.Seal.StartsWith(Keyed, StringComparison.Ordinal) : entry.Seal.Length > 0
            && (entry.Seal == Of(entry) || (!(entry.IsFinished && entry.Decides) && entry.Seal == Compute(NoRun, entry.Run.StartedAt, entry.Run.Tags)));
    }

    /// <summary>
    /// Whether an entry is one of this toolkit. Without a key those of before there were seals are taken as they are; with one, nobody else can have written
    /// what holds.
    /// </summary>
    public bool Takes(LedgerEntry entry) => Holds(entry) || (!HasKey && entry.Seal.Length == 0);

    // Lengths before keys and values: no two sets of tags have one text.
    private string Compute(string run, DateTimeOffset startedAt, IEnumerable<KeyValuePair<string, string>> tags)
    {
        var text = new StringBuilder(Form).Append(CultureInfo.InvariantCulture, $"{run.Length}:{run}\n{startedAt.ToUnixTimeMilliseconds()}\n");
        foreach (var (name, value) in tags.Where(tag => tag.Key.StartsWith(LedgerTags.Prefix, StringComparison.Ordinal) && tag.Key != LedgerTags.Seal)
            .OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name.Length}:{name}{value.Length}:{value}\n");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return key is null ? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)) : Keyed + Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes));
    }
}
