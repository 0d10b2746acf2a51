using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Releases;

/// <summary>What was done to a registered model: runs of an experiment in its own catalog.</summary>
/// <param name="catalog">The catalog.</param>
/// <param name="place">The experiment.</param>
/// <param name="time">The clock.</param>
/// <param name="report">Takes the finding that the ledger is somewhere else; null when nobody wants it.</param>
internal sealed class Ledger(ICatalog catalog, LedgerPlace place, TimeProvider time, Action<Diagnostic>? report = null)
{
    /// <summary>Artifact that holds the result of the action.</summary>
    public const string ReportFile = "report.json";

    private readonly LedgerEntries _entries = new(catalog.Tracking, place, report);

    // What stands in the run already is not sent again.
    private (string? Run, IReadOnlyList<Tag> Tags) _written = (null, []);

    /// <summary>All entries, newest first; none when the model has no ledger.</summary>
    public Task<IReadOnlyList<LedgerEntry>> ReadAsync(CancellationToken cancellationToken) => _entries.ReadAsync(cancellationToken);

    /// <summary>The entry that a killed run of the same action on the same version left unfinished; null when there is none.</summary>
    /// <param name="action">The action.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="alias">Alias that this run moves; one that announced another alias stays as it is, because a rollback may need it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<LedgerEntry?> FindUnfinishedAsync(string action, string key, AliasName? alias, CancellationToken cancellationToken) =>
        await _entries.OfKeyAsync(key, cancellationToken).FirstOrDefaultAsync(
            entry => entry.Run.Status == RunStatus.Running && entry.Action == action && (entry.Alias.Length == 0 || entry.Alias == alias?.Value), cancellationToken);

    /// <summary>Makes the place of the ledger of a model that has no version yet, and so most likely no ledger.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => _entries.CreateAsync(cancellationToken);

    /// <summary>Whether an action on a version was written down to its end.</summary>
    /// <param name="action">The action.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<bool> HasEntryAsync(string action, string key, CancellationToken cancellationToken) =>
        await _entries.OfKeyAsync(key, cancellationToken).AnyAsync(entry => entry.Run.Status == RunStatus.Finished && entry.Action == action, cancellationToken);

    /// <summary>Writes more into an open entry.</summary>
    public Task NoteAsync(LedgerEntry entry, IReadOnlyList<Tag> facts, CancellationToken cancellationToken) =>
        catalog.Tracking.SetRunTagsAsync(entry.Run.Id, facts, cancellationToken);

    /// <summary>Begins an entry. Where the entries were just read it continues the newest that was ended; else its end looks which that is.</summary>
    public async Task<LedgerEntry> BeginAsync(string action, BuildInfo build, IReadOnlyList<Tag> facts, CancellationToken cancellationToken)
    {
        var experiment = await _entries.EnsureExperimentAsync(cancellationToken);
        var before = _entries.TakeNewest();
        (string Key, string? Value)[] common =
        [
            (LedgerTags.Action, action),
            (LedgerTags.Actor, build.Actor),
            (LedgerTags.Build, build.BuildUrl),
            (LedgerTags.Previous, before?.Newest?.Digest()),
        ];
        var tags = common.Where(tag => !string.IsNullOrEmpty(tag.Value)).Select(tag => new Tag(tag.Key, tag.Value!)).Concat(facts);
        var entry = new LedgerEntry(await catalog.Tracking.CreateRunAsync(new(experiment, action, time.GetUtcNow(), [.. tags]), cancellationToken)) { IsChained = before is not null };
        _written = (entry.Run.Id, [.. facts]);
        return entry;
    }

    /// <summary>Writes down a move of an alias before it is made, so that a killed run leaves behind what it was about to do.</summary>
    public async Task AnnounceMoveAsync(LedgerEntry entry, AliasMove move, CancellationToken cancellationToken)
    {
        // The report stands here until the action ends: a place that takes no files shows before the alias has moved, not after.
        await UploadReportAsync(entry, new AliasMoveReport(move.Alias.Value, move.Expected, move.Version).Document(), cancellationToken);
        List<Tag> tags = [new(LedgerTags.Alias, move.Alias.Value), new(LedgerTags.To, $"{move.Version}")];
        if (move.Expected is not null || entry.From is not null)
        {
            // A killed run of before may have found the alias somewhere: what it wrote must not stay.
            tags.Add(new(LedgerTags.From, $"{move.Expected}"));
        }

        await catalog.Tracking.SetRunTagsAsync(entry.Run.Id, tags, cancellationToken);
        _written = (entry.Run.Id, [.. WrittenTo(entry).ExceptBy(tags.Select(tag => tag.Key), tag => tag.Key), .. tags]);
    }

    /// <summary>Writes down that an alias is taken away, before it is. It is no move: there is nothing that a rollback could go back to.</summary>
    public Task AnnounceRemovalAsync(LedgerEntry entry, AliasName alias, CancellationToken cancellationToken) =>
        catalog.Tracking.SetRunTagsAsync(
            entry.Run.Id, [new(LedgerTags.Removed, alias.Value), new(LedgerTags.Reason, $"{alias} taken away: not passed")], cancellationToken);

    /// <summary>Whether an entry is still open: another run of the same action may have ended it.</summary>
    public async Task<bool> IsOpenAsync(LedgerEntry entry, CancellationToken cancellationToken) => await FindOpenAsync(entry, cancellationToken) is not null;

    /// <summary>An entry as it is now; null when it is not open any more.</summary>
    public async Task<LedgerEntry?> FindOpenAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        await catalog.Tracking.FindRunAsync(entry.Run.Id, cancellationToken) is { Status: RunStatus.Running, IsDeleted: false } run ? new(run) : null;

    /// <summary>Ends an entry well: the report as artifact, the digest of the entry before it, the state.</summary>
    public Task CompleteAsync(LedgerEntry entry, IReadOnlyList<Tag> facts, byte[] report, CancellationToken cancellationToken) =>
        CompleteAsync(entry, facts, report, [], cancellationToken);

    /// <summary>The same, with more files.</summary>
    public async Task CompleteAsync(
        LedgerEntry entry, IReadOnlyList<Tag> facts, byte[] report, IReadOnlyList<LedgerFile> files, CancellationToken cancellationToken)
    {
        var previous = entry.IsChained ? null : await _entries.FindFinishedBeforeAsync(entry, cancellationToken);
        IReadOnlyList<Tag> tags = [.. facts.Except(WrittenTo(entry)), .. previous is null ? Array.Empty<Tag>() : [new(LedgerTags.Previous, previous.Digest())]];
        if (tags.Count > 0)
        {
            await catalog.Tracking.SetRunTagsAsync(entry.Run.Id, tags, cancellationToken);
        }

        await UploadReportAsync(entry, report, cancellationToken);
        foreach (var file in files)
        {
            await catalog.Artifacts.UploadAsync(
                entry.Run.ArtifactUri, file.Name, _ => Task.FromResult<Stream>(File.OpenRead(file.Path)), new FileInfo(file.Path).Length, cancellationToken);
        }

        await catalog.Tracking.EndRunAsync(entry.Run.Id, RunStatus.Finished, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Ends an entry of an action that failed.</summary>
    public Task FailAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        catalog.Tracking.EndRunAsync(entry.Run.Id, RunStatus.Failed, time.GetUtcNow(), cancellationToken);

    private IReadOnlyList<Tag> WrittenTo(LedgerEntry entry) => _written.Run == entry.Run.Id ? _written.Tags : [];

    private Task UploadReportAsync(LedgerEntry entry, byte[] report, CancellationToken cancellationToken) =>
        catalog.Artifacts.UploadAsync(
            entry.Run.ArtifactUri, ReportFile, _ => Task.FromResult<Stream>(new MemoryStream(report)), report.Length, cancellationToken);
}
