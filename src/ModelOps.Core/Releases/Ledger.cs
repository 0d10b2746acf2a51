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
/// <param name="report">Takes the finding that the ledger is somewhere else, or not as it was left; null when nobody wants them.</param>
/// <param name="seal">What seals its entries; null for a seal without a key.</param>
internal sealed class Ledger(ICatalog catalog, LedgerPlace place, TimeProvider time, Action<Diagnostic>? report = null, LedgerSeal? seal = null)
{
    /// <summary>Artifact that holds the result of the action.</summary>
    public const string ReportFile = "report.json";

    private readonly LedgerEntries _entries = new(catalog.Tracking, place, report);
    private readonly LedgerSeal _seal = seal ?? LedgerSeal.Plain;
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private readonly LedgerHeadTag _head = new(catalog.Registry, catalog.Tracking, place.Model, report);
    private IReadOnlyList<string> _gone = [];
    private bool _wasTold;

    /// <summary>All entries, and which of them count; none when the model has no ledger.</summary>
    public async Task<LedgerTrust> ReadAsync(CancellationToken cancellationToken)
    {
        // The tag first: an entry that ends in between is among the entries, and not missed.
        var head = await _head.ReadAsync(cancellationToken);
        var entries = await _entries.ReadAsync(cancellationToken);
        var (late, gone) = await _head.FindAsync(head, entries, _entries.Experiment, cancellationToken);
        return LedgerTrust.Of([.. entries.Concat(late).OrderByDescending(entry => entry.Run.StartedAt)], head, gone, _seal);
    }

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
            if (isSame && CanTakeUp(new(run)))
            {
                return new(run);
            }
        }

        return null;
    }

    /// <summary>Whether an entry is one that a killed run of this toolkit may have left.</summary>
    public bool CanTakeUp(LedgerEntry entry) => entry.Run.Status == RunStatus.Running && IsOurs(entry);

    /// <summary>Whether an action on a version was written down to its end.</summary>
    /// <param name="action">The action.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<bool> HasEntryAsync(string action, string key, CancellationToken cancellationToken) =>
        await catalog.Tracking.FindExperimentAsync(place.Experiment, cancellationToken) is { } experiment
        && await catalog.Tracking.ListRunsAsync(experiment, new(LedgerTags.Key, key), cancellationToken)
            .AnyAsync(run => run.Status == RunStatus.Finished && run.Tags.GetValueOrDefault(LedgerTags.Action) == action && IsOurs(new(run)), cancellationToken);

    /// <summary>Begins an entry.</summary>
    public async Task<LedgerEntry> BeginAsync(string action, BuildInfo build, IReadOnlyList<Tag> facts, CancellationToken cancellationToken)
    {
        var trust = await LookAsync(cancellationToken);
        var experiment = await catalog.Tracking.EnsureExperimentAsync(place.Experiment, cancellationToken);
        (string Key, string? Value)[] common =
        [
            (LedgerTags.Action, action),
            (LedgerTags.Actor, build.Actor),
            (LedgerTags.Build, build.BuildUrl),
        ];
        List<Tag> tags = [.. common.Where(tag => !string.IsNullOrEmpty(tag.Value)).Select(tag => new Tag(tag.Key, tag.Value!)), .. facts, .. LedgerLinks.Write(trust)];
        var now = time.GetUtcNow();
        tags.Add(new(LedgerTags.Seal, _seal.OfDraft(now, tags)));
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, action, now, tags), cancellationToken);
        _linked.Add(run.Id);
        return new(run);
    }

    /// <summary>Writes more into an open entry.</summary>
    public async Task NoteAsync(LedgerEntry entry, IReadOnlyList<Tag> facts, CancellationToken cancellationToken)
    {
        IReadOnlyList<Tag> links = [];
        if (_linked.Add(entry.Run.Id))
        {
            // A killed run left it: what it continued may be gone, or was never written.
            var trust = await LookAsync(cancellationToken);
            links = entry.Seal.Length > 0 && trust.IsOpen(entry) ? [] : [.. LedgerLinks.Write(trust)];
        }

        entry.Add([.. facts, .. links]);
        Tag seal = new(LedgerTags.Seal, _seal.Of(entry));
        entry.Add([seal]);
        await catalog.Tracking.SetRunTagsAsync(entry.Run.Id, [.. facts, .. links, seal], cancellationToken);
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

        await NoteAsync(entry, tags, cancellationToken);
    }

    /// <summary>Writes down that an alias is taken away, before it is. It is no move: there is nothing that a rollback could go back to.</summary>
    public Task AnnounceRemovalAsync(LedgerEntry entry, AliasName alias, CancellationToken cancellationToken) =>
        NoteAsync(entry, [new(LedgerTags.Removed, alias.Value), new(LedgerTags.Reason, $"{alias} taken away: not passed")], cancellationToken);

    /// <summary>Whether an entry is still open: another run of the same action may have ended it. One that is, is as it is now.</summary>
    public async Task<bool> IsOpenAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var run = await catalog.Tracking.FindRunAsync(entry.Run.Id, cancellationToken);
        if (run is not { Status: RunStatus.Running, IsDeleted: false })
        {
            return false;
        }

        entry.Reload(run);
        return true;
    }

    /// <summary>Ends an entry well: the report as artifact, the seal, the state, the head of the chain.</summary>
    public Task CompleteAsync(LedgerEntry entry, IReadOnlyList<Tag> facts, byte[] report, CancellationToken cancellationToken) =>
        CompleteAsync(entry, facts, report, [], cancellationToken);

    /// <summary>The same, with more files.</summary>
    public async Task CompleteAsync(
        LedgerEntry entry, IReadOnlyList<Tag> facts, byte[] report, IReadOnlyList<LedgerFile> files, CancellationToken cancellationToken)
    {
        var end = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        await NoteAsync(entry, [.. facts, new(LedgerTags.Ended, $"{end.ToUnixTimeMilliseconds()}")], cancellationToken);
        await UploadReportAsync(entry, report, cancellationToken);
        foreach (var file in files)
        {
            await catalog.Artifacts.UploadAsync(
                entry.Run.ArtifactUri, file.Name, _ => Task.FromResult<Stream>(File.OpenRead(file.Path)), new FileInfo(file.Path).Length, cancellationToken);
        }

        await catalog.Tracking.EndRunAsync(entry.Run.Id, RunStatus.Finished, end, cancellationToken);
        await _head.MoveAsync(entry, _gone, cancellationToken);
    }

    /// <summary>Ends an entry of an action that failed.</summary>
    public Task FailAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        catalog.Tracking.EndRunAsync(entry.Run.Id, RunStatus.Failed, time.GetUtcNow(), cancellationToken);

    // The ledger before an entry is written into it; what is wrong with it is said once.
    private async Task<LedgerTrust> LookAsync(CancellationToken cancellationToken)
    {
        var trust = await ReadAsync(cancellationToken);
        if (report is not null && !_wasTold)
        {
            LedgerFindings.Report(trust, report);
        }

        (_wasTold, _gone) = (true, trust.Gone);
        return trust;
    }

    // Without a key those of before there were seals are taken as they are; with one, nobody else can have written what holds.
    private bool IsOurs(LedgerEntry entry) => _seal.Holds(entry) || (!_seal.HasKey && entry.Seal.Length == 0);

    private Task UploadReportAsync(LedgerEntry entry, byte[] report, CancellationToken cancellationToken) =>
        catalog.Artifacts.UploadAsync(
            entry.Run.ArtifactUri, ReportFile, _ => Task.FromResult<Stream>(new MemoryStream(report)), report.Length, cancellationToken);
}
