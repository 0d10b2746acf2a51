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

    /// <summary>All entries, newest first; none when the model has no ledger.</summary>
    public Task<IReadOnlyList<LedgerEntry>> ReadAsync(CancellationToken cancellationToken) => _entries.ReadAsync(cancellationToken);

    /// <summary>The entry that a killed run of the same action on the same version left unfinished; null when there is none.</summary>
    /// <param name="action">The action.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="alias">Alias that this run moves; one that announced another alias stays as it is, because a rollback may need it.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<LedgerEntry?> FindUnfinishedAsync(string action, string key, AliasName? alias, CancellationToken cancellationToken)
    {
        if (await catalog.Tracking.FindExperimentAsync(place.Experiment, cancellationToken) is not { } experiment)
        {
            await _entries.SeekElsewhereAsync(cancellationToken);
            return null;
        }

        await foreach (var run in catalog.Tracking.ListRunsAsync(experiment, new(LedgerTags.Key, key), cancellationToken))
        {
            var announced = run.Tags.GetValueOrDefault(LedgerTags.Alias);
            var isSame = run.Tags.GetValueOrDefault(LedgerTags.Action) == action && (announced is null || announced == alias?.Value);
            if (run.Status == RunStatus.Running && isSame)
            {
                return new(run);
            }
        }

        return null;
    }

    /// <summary>Whether an action on a version was written down to its end.</summary>
    /// <param name="action">The action.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<bool> HasEntryAsync(string action, string key, CancellationToken cancellationToken) =>
        await catalog.Tracking.FindExperimentAsync(place.Experiment, cancellationToken) is { } experiment
        && await catalog.Tracking.ListRunsAsync(experiment, new(LedgerTags.Key, key), cancellationToken)
            .AnyAsync(run => run.Status == RunStatus.Finished && run.Tags.GetValueOrDefault(LedgerTags.Action) == action, cancellationToken);

    /// <summary>Writes more into an open entry.</summary>
    public Task NoteAsync(LedgerEntry entry, IReadOnlyList<Tag> facts, CancellationToken cancellationToken) =>
        catalog.Tracking.SetRunTagsAsync(entry.Run.Id, facts, cancellationToken);

    /// <summary>Begins an entry.</summary>
    public async Task<LedgerEntry> BeginAsync(string action, BuildInfo build, IReadOnlyList<Tag> facts, CancellationToken cancellationToken)
    {
        var experiment = await catalog.Tracking.EnsureExperimentAsync(place.Experiment, cancellationToken);
        (string Key, string? Value)[] common =
        [
            (LedgerTags.Action, action),
            (LedgerTags.Actor, build.Actor),
            (LedgerTags.Build, build.BuildUrl),
        ];
        var tags = common.Where(tag => !string.IsNullOrEmpty(tag.Value)).Select(tag => new Tag(tag.Key, tag.Value!)).Concat(facts);
        return new(await catalog.Tracking.CreateRunAsync(new(experiment, action, time.GetUtcNow(), [.. tags]), cancellationToken));
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
        var entries = await ReadAsync(cancellationToken);
        var previous = entries.FirstOrDefault(candidate => candidate.Run.Id != entry.Run.Id && candidate.Run.Status == RunStatus.Finished);
        IReadOnlyList<Tag> tags = previous is null ? facts : [.. facts, new(LedgerTags.Previous, previous.Digest())];
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

    private Task UploadReportAsync(LedgerEntry entry, byte[] report, CancellationToken cancellationToken) =>
        catalog.Artifacts.UploadAsync(
            entry.Run.ArtifactUri, ReportFile, _ => Task.FromResult<Stream>(new MemoryStream(report)), report.Length, cancellationToken);
}
