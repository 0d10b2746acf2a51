using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>One action on a registered model, read from its run.</summary>
internal sealed class LedgerEntry(Run run)
{
    private static readonly long LastMoment = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public Run Run { get; private set; } = run;

    public string Action => Text(LedgerTags.Action);

    public string Alias => Text(LedgerTags.Alias);

    public int? From => Number(LedgerTags.From);

    public int? To => Number(LedgerTags.To);

    public string Previous => Text(LedgerTags.Previous);

    public string Seal => Text(LedgerTags.Seal);

    /// <summary>Seals of the entries that this one continues; none for the first.</summary>
    public IReadOnlyList<string> Continues => Text(LedgerTags.Continues).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Whether the action came to its end. One that another run took for dead and took up, while it wrote down its end, has come to it as well.
    /// </summary>
    public bool IsFinished => Run.Status == RunStatus.Finished || (Run.Status == RunStatus.Killed && HasSealedEnd);

    /// <summary>
    /// Whether its run was taken for dead and was not: it announced a move after another run had taken up its entry, and then died. The move may have been made.
    /// </summary>
    public bool IsCutOff => Run.Status == RunStatus.Killed && !IsFinished && MovesAlias;

    /// <summary>Whether another entry is about the same move, and came to its end.</summary>
    public bool IsRepeatedBy(LedgerEntry other) => other.IsFinished && other.Alias == Alias && other.To == To;

    /// <summary>Whether the entry moves an alias, or was about to when it was killed.</summary>
    public bool MovesAlias => Alias.Length > 0 && To is not null;

    /// <summary>Whether a run that moves an alias, or none, may write into the entry: one that announced another alias is that other run's.</summary>
    public bool IsFreeFor(AliasName? alias) => Alias.Length == 0 || Alias == alias?.Value;

    /// <summary>Whether the entry gives an alias to a version.</summary>
    public bool Gives(AliasName alias, int version) => MovesAlias && To == version && alias.IsSpelledAs(Alias);

    /// <summary>Whether both moved one alias from the same version, so that one of the two moves is overwritten.</summary>
    public bool IsRivalOf(LedgerEntry other) => MovesAlias && other.MovesAlias && other.Alias == Alias && other.From == From && other.To != To;

    /// <summary>Whether anything is decided by it: where an alias is, or what a validation said. What is not, is a note of what was done.</summary>
    public bool Decides => MovesAlias || Text(LedgerTags.Verdict).Length > 0 || Text(LedgerTags.Removed).Length > 0;

    /// <summary>When it ended, as it was sealed; else as the run says.</summary>
    public DateTimeOffset? EndedAt => SealedEnd ?? Run.EndedAt;

    /// <summary>Whether its end was sealed: that somebody else says so ends no entry that decides.</summary>
    public bool HasSealedEnd => SealedEnd is not null;

    /// <summary>Whether the run has another end than was sealed; what took it up wrote when it did.</summary>
    public bool HasAnotherEnd => Run.Status != RunStatus.Killed && SealedEnd is { } sealedEnd && Run.EndedAt is { } end && end != sealedEnd;

    /// <summary>
    /// SHA-256 over run ID and the toolkit's tags in order of key, each as <c>key=value</c> and a line feed with line feeds in values escaped: what 0.1.0
    /// goes by.
    /// </summary>
    public string Digest()
    {
        var text = new StringBuilder($"run={Run.Id}\n");
        foreach (var (key, value) in Run.Tags.Where(tag => tag.Key.StartsWith(LedgerTags.Prefix, StringComparison.Ordinal)).OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            text.Append(key).Append('=').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public string Text(string tag) => Run.Tags.GetValueOrDefault(tag) ?? "";

    /// <summary>Takes the run as it was read anew.</summary>
    public void Reload(Run now) => Run = now;

    /// <summary>Notes what was written into the run.</summary>
    public void Add(IEnumerable<Tag> tags)
    {
        var all = new Dictionary<string, string>(Run.Tags, StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            all[tag.Key] = tag.Value;
        }

        Run = Run with { Tags = all };
    }

    private DateTimeOffset? SealedEnd =>
        long.TryParse(Text(LedgerTags.Ended), NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment <= LastMoment
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment) : null;

    private int? Number(string tag) =>
        int.TryParse(Text(tag), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
