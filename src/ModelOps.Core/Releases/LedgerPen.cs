using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Releases;

/// <summary>Writes the tags of entries, so that each write leaves an entry that is sealed and continues the newest ones.</summary>
/// <param name="store">Tracking store.</param>
/// <param name="entries">The entries, which know the experiment.</param>
/// <param name="view">The ledger as it is before a write.</param>
/// <param name="seal">What entries are sealed with.</param>
/// <param name="time">The clock.</param>
internal sealed class LedgerPen(ITrackingStore store, LedgerEntries entries, LedgerView view, LedgerSeal seal, TimeProvider time)
{
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);

    // What stands in the run already is not sent again.
    private (string? Run, IReadOnlyList<Tag> Tags) _written = (null, []);

    /// <summary>Whether this run of the verb has said what an entry continues.</summary>
    public bool HasLinked(LedgerEntry entry) => _linked.Contains(entry.Run.Id);

    /// <summary>What this run of the verb has written into an entry.</summary>
    public IReadOnlyList<Tag> WrittenTo(LedgerEntry entry) => _written.Run == entry.Run.Id ? _written.Tags : [];

    /// <summary>Begins an entry.</summary>
    public async Task<LedgerEntry> BeginAsync(string action, BuildInfo build, IReadOnlyList<Tag> facts, CancellationToken cancellationToken)
    {
        var trust = await view.LookAsync(cancellationToken);
        var experiment = await entries.EnsureExperimentAsync(cancellationToken);
        (string Key, string? Value)[] common =
        [
            (LedgerTags.Action, action),
            (LedgerTags.Actor, build.Actor),
            (LedgerTags.Build, build.BuildUrl),
        ];
        List<Tag> tags = [.. common.Where(tag => !string.IsNullOrEmpty(tag.Value)).Select(tag => new Tag(tag.Key, tag.Value!)), .. facts, .. LedgerLinks.Write(trust)];
        var now = time.GetUtcNow();
        tags.Add(new(LedgerTags.Seal, seal.OfDraft(now, tags)));
        var run = await store.CreateRunAsync(new(experiment, action, now, tags), cancellationToken);
        _linked.Add(run.Id);
        _written = (run.Id, [.. facts]);
        return new(run);
    }

    /// <summary>
    /// Begins an entry with what killed runs wrote into theirs, and ends those. Nothing more is written into them: a run that is only slow, and not dead,
    /// goes on with its own entry, whose seal is about what it wrote itself. One whose end is sealed lacks nothing but that end, and gets it.
    /// </summary>
    /// <param name="left">Their entries, newest first.</param>
    /// <param name="cancellationToken">Ends the writes.</param>
    /// <returns>The entry; null when there is nothing left to do.</returns>
    public async Task<LedgerEntry?> TakeUpAsync(IReadOnlyList<LedgerEntry> left, CancellationToken cancellationToken)
    {
        // Beside one whose end is sealed the others are what a run before it left, or copied.
        List<LedgerEntry> open = left.Any(entry => entry.HasSealedEnd) ? [] : [.. left];
        var source = open.Find(entry => entry.MovesAlias) ?? (open is [var newest, ..] ? newest : null);
        var build = new BuildInfo { Actor = source?.Text(LedgerTags.Actor), BuildUrl = source?.Text(LedgerTags.Build) };
        var entry = source is null ? null : await BeginAsync(source.Action, build, [.. LedgerTags.FactsOf(source.Run.Tags)], cancellationToken);
        foreach (var other in left)
        {
            var (status, end) = other.HasSealedEnd ? (RunStatus.Finished, other.EndedAt!.Value) : (RunStatus.Killed, time.GetUtcNow());
            await store.EndRunAsync(other.Run.Id, status, end, cancellationToken);
            other.Reload(other.Run with { Status = status, EndedAt = end });
        }

        return entry;
    }

    /// <summary>Writes more into an open entry.</summary>
    public async Task NoteAsync(LedgerEntry entry, IReadOnlyList<Tag> facts, CancellationToken cancellationToken)
    {
        IReadOnlyList<Tag> links = [];
        if (_linked.Add(entry.Run.Id))
        {
            // A killed run left it: what it continued may be gone, or was never written.
            var trust = await view.LookAsync(cancellationToken);
            links = entry.Seal.Length > 0 && trust.IsOpen(entry) ? [] : [.. LedgerLinks.Write(trust)];
        }

        entry.Add([.. facts, .. links]);
        Tag sealTag = new(LedgerTags.Seal, seal.Of(entry));
        entry.Add([sealTag]);
        await store.SetRunTagsAsync(entry.Run.Id, [.. facts, .. links, sealTag], cancellationToken);
        _written = (entry.Run.Id, [.. WrittenTo(entry).ExceptBy(facts.Select(fact => fact.Key), tag => tag.Key), .. facts]);
    }
}
