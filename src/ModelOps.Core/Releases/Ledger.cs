using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Releases;

/// <summary>What was done to a registered model: runs of an experiment in its own catalog.</summary>
internal sealed class Ledger
{
    /// <summary>Artifact that holds the result of the action.</summary>
    public const string ReportFile = "report.json";

    private readonly ICatalog _catalog;
    private readonly TimeProvider _time;
    private readonly LedgerSeal _seal;
    private readonly LedgerEntries _entries;
    private readonly LedgerHeadTag _head;
    private readonly LedgerView _view;
    private readonly LedgerPen _pen;
    private readonly LedgerEnding _ending;

    /// <summary>A ledger, of which nothing is read yet.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="place">The experiment.</param>
    /// <param name="time">The clock.</param>
    /// <param name="report">Takes the finding that the ledger is somewhere else, or not as it was left; null when nobody wants them.</param>
    /// <param name="seal">What seals its entries; null for a seal without a key.</param>
    public Ledger(ICatalog catalog, LedgerPlace place, TimeProvider time, Action<Diagnostic>? report = null, LedgerSeal? seal = null)
    {
        (_catalog, _time, _seal) = (catalog, time, seal ?? LedgerSeal.Plain);
        _entries = new(catalog.Tracking, place, report);
        _head = new(catalog.Registry, catalog.Tracking, place.Model, report);
        _view = new(_entries, _head, _seal, report);
        _pen = new(catalog.Tracking, _entries, _view, _seal, time);
        _ending = new(catalog, _entries, _head, _view, _pen, _seal, time) { Report = report };
    }

    /// <summary>All entries, and which of them count; none when the model has no ledger.</summary>
    public Task<LedgerTrust> ReadAsync(CancellationToken cancellationToken) => _view.ReadAsync(cancellationToken);

    /// <summary>The same as this run of the verb saw it when it last wrote; asks nothing where it has.</summary>
    public Task<LedgerTrust> RecallAsync(CancellationToken cancellationToken) => _view.RecallAsync(cancellationToken);

    /// <summary>The entry that a killed run of the same action on the same version left unfinished; null when there is none.</summary>
    /// <param name="action">The action.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="alias">Alias that this run moves; one that announced another alias stays as it is, because a rollback may need it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<LedgerEntry?> FindUnfinishedAsync(string action, string key, AliasName? alias, CancellationToken cancellationToken) =>
        await ListUnfinishedAsync(action, key, alias, cancellationToken) is [var newest, ..] ? newest : null;

    /// <summary>An entry of this run's own with what such a killed run left; null when there is none.</summary>
    /// <param name="action">The action.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="alias">Alias that this run moves.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<LedgerEntry?> TakeUpAsync(string action, string key, AliasName? alias, CancellationToken cancellationToken) =>
        await TakeUpAsync(await ListUnfinishedAsync(action, key, alias, cancellationToken), cancellationToken);

    /// <summary>An entry of this run's own with what killed runs left in these; null when there are none.</summary>
    /// <param name="left">Entries that can be taken up, newest first.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<LedgerEntry?> TakeUpAsync(IReadOnlyList<LedgerEntry> left, CancellationToken cancellationToken) =>
        left.Count == 0 ? null : await _pen.TakeUpAsync(left, cancellationToken);

    /// <summary>Makes the place of the ledger of a model that has no version yet, and so most likely no ledger.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => _entries.CreateAsync(cancellationToken);

    /// <summary>Entries of an action that killed runs left open, newest first.</summary>
    /// <param name="trust">The ledger as it was read.</param>
    /// <param name="action">The action.</param>
    /// <param name="isSame">Whether an entry is about what this run is about.</param>
    public IReadOnlyList<LedgerEntry> LeftOf(LedgerTrust trust, string action, Func<LedgerEntry, bool> isSame) =>
        [.. trust.All.Where(entry => CanTakeUp(entry) && entry.Action == action && isSame(entry))];

    // Whether an entry is one that a killed run of this toolkit may have left.
    private bool CanTakeUp(LedgerEntry entry) => entry.Run.Status == RunStatus.Running && _seal.Takes(entry);

    /// <summary>Whether an action on a version was written down to its end.</summary>
    /// <param name="action">The action.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<bool> HasEntryAsync(string action, string key, CancellationToken cancellationToken) =>
        await _entries.OfKeyAsync(key, cancellationToken).AnyAsync(entry => entry.IsFinished && entry.Action == action && _seal.Takes(entry), cancellationToken);

    /// <summary>Begins an entry.</summary>
    public Task<LedgerEntry> BeginAsync(string action, BuildInfo build, IReadOnlyList<Tag> facts, CancellationToken cancellationToken) =>
        _pen.BeginAsync(action, build, facts, cancellationToken);

    /// <summary>Writes more into an open entry.</summary>
    public Task NoteAsync(LedgerEntry entry, IReadOnlyList<Tag> facts, CancellationToken cancellationToken) => _pen.NoteAsync(entry, facts, cancellationToken);

    /// <summary>Writes down a move of an alias before it is made, so that a killed run leaves behind what it was about to do.</summary>
    public async Task AnnounceMoveAsync(LedgerEntry entry, AliasMove move, CancellationToken cancellationToken)
    {
        // The report stands here until the action ends: a place that takes no files shows before the alias has moved, not after.
        await _ending.ReportAsync(entry, new AliasMoveReport(move.Alias.Value, move.Expected, move.Version).Document(), cancellationToken);
        List<Tag> tags = [new(LedgerTags.Alias, move.Alias.Value), new(LedgerTags.To, $"{move.Version}")];
        if (move.Expected is not null || entry.From is not null)
        {
            // A killed run of before may have found the alias somewhere: what it wrote must not stay.
            tags.Add(new(LedgerTags.From, $"{move.Expected}"));
        }

        await NoteAsync(entry, tags, cancellationToken);
    }

    /// <summary>Writes down that an alias is taken away, before it is. It is no move: there is nothing that a rollback could go back to.</summary>
    public Task AnnounceRemovalAsync(LedgerEntry entry, AliasName alias, CancellationToken cancellationToken) =>
        NoteAsync(entry, [new(LedgerTags.Removed, alias.Value), new(LedgerTags.Reason, $"{alias} taken away: not passed")], cancellationToken);

    /// <summary>Takes that announcement back: somebody else was faster.</summary>
    public Task RevokeRemovalAsync(LedgerEntry entry, AliasName alias, CancellationToken cancellationToken) =>
        NoteAsync(entry, [new(LedgerTags.Removed, ""), new(LedgerTags.Reason, $"{alias} had moved on: not taken away")], cancellationToken);

    /// <summary>Whether an entry is still open: another run of the same action may have ended it. One that is, is as it is now.</summary>
    public async Task<bool> IsOpenAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var run = await _catalog.Tracking.FindRunAsync(entry.Run.Id, cancellationToken);
        if (run is not { Status: RunStatus.Running, IsDeleted: false })
        {
            return false;
        }

        entry.Reload(run);
        return true;
    }

    /// <summary>Ends an entry well: the report as artifact, the seal, the state, the head of the chain.</summary>
    public Task CompleteAsync(LedgerEntry entry, IReadOnlyList<Tag> facts, byte[] result, CancellationToken cancellationToken) =>
        _ending.CompleteAsync(entry, facts, result, [], cancellationToken);

    /// <summary>The same, with more files.</summary>
    /// <exception cref="ModelOpsException">It is ended, and another run has moved its alias from the same version at the same moment (MOP3002, exit 7).</exception>
    public Task CompleteAsync(
        LedgerEntry entry, IReadOnlyList<Tag> facts, byte[] result, IReadOnlyList<LedgerFile> files, CancellationToken cancellationToken) =>
        _ending.CompleteAsync(entry, facts, result, files, cancellationToken);

    /// <summary>Ends an entry of an action that failed.</summary>
    public Task FailAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        _catalog.Tracking.EndRunAsync(entry.Run.Id, RunStatus.Failed, _time.GetUtcNow(), cancellationToken);

    private async Task<IReadOnlyList<LedgerEntry>> ListUnfinishedAsync(string action, string key, AliasName? alias, CancellationToken cancellationToken)
    {
        var entries = await _entries.OfKeyAsync(key, cancellationToken).Where(entry => entry.Action == action && _seal.Takes(entry)).ToListAsync(cancellationToken);
        return [.. entries.Where(entry => entry.IsFreeFor(alias) && (CanTakeUp(entry) || (entry.IsCutOff && !entries.Exists(entry.IsRepeatedBy))))];
    }
}
