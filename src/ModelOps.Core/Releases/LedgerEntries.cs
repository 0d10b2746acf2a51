using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Reads the entries of a ledger, and says when they are somewhere else. What one action asks before it writes is read once.</summary>
/// <param name="store">Tracking store.</param>
/// <param name="place">Where the ledger is.</param>
/// <param name="report">Takes the finding that it is somewhere else; null when nobody wants it.</param>
internal sealed class LedgerEntries(ITrackingStore store, LedgerPlace place, Action<Diagnostic>? report)
{
    // One page of a server. An open entry is sought among all of its key where there are more.
    private const int MostRead = 100;

    private string? _experiment;
    private List<LedgerEntry>? _read;
    private bool _wasSought;

    /// <summary>The experiment; null as long as none was found.</summary>
    public string? Experiment => _experiment;

    /// <summary>All entries, newest first; none when the model has no ledger.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        var entries = await FindExperimentAsync(cancellationToken) is { } experiment ? await ListAsync(experiment, withTag: null, cancellationToken).ToListAsync(cancellationToken) : [];
        if (entries.Count == 0)
        {
            await SeekElsewhereAsync(cancellationToken);
        }

        return entries;
    }

    /// <summary>Creates the experiment where none is expected. One that is there is read as any other.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (await store.TryCreateExperimentAsync(place.Experiment, cancellationToken) is { } created)
        {
            (_experiment, _read) = (created, []);
            await SeekElsewhereAsync(cancellationToken);
        }
    }

    /// <summary>ID of the experiment, which is created if need be.</summary>
    public async Task<string> EnsureExperimentAsync(CancellationToken cancellationToken) =>
        _experiment ??= await store.EnsureExperimentAsync(place.Experiment, cancellationToken);

    /// <summary>The entries about a key, newest first.</summary>
    public async IAsyncEnumerable<LedgerEntry> OfKeyAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _read ??= await ReadNewestAsync(cancellationToken);
        var entries = _read.Count < MostRead ? _read.ToAsyncEnumerable() : ListAsync(_experiment!, new(LedgerTags.Key, key), cancellationToken);
        await foreach (var entry in entries.Where(entry => entry.Text(LedgerTags.Key) == key))
        {
            yield return entry;
        }
    }

    /// <summary>All entries, as they were just read where they were; an answer is given once, so that no later entry rests on an old look.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> TakeAsync(CancellationToken cancellationToken)
    {
        var entries = _read is { Count: < MostRead } ? _read : await ReadAsync(cancellationToken);
        _read = null;
        return entries;
    }

    /// <summary>The newest entries, as they are now.</summary>
    public async Task<List<LedgerEntry>> ReadNewestAsync(CancellationToken cancellationToken)
    {
        var entries = await FindExperimentAsync(cancellationToken) is { } experiment
            ? await ListAsync(experiment, withTag: null, cancellationToken).Take(MostRead).ToListAsync(cancellationToken)
            : [];
        if (entries.Count == 0)
        {
            await SeekElsewhereAsync(cancellationToken);
        }

        return entries;
    }

    private async Task<string?> FindExperimentAsync(CancellationToken cancellationToken) =>
        _experiment ??= await store.FindExperimentAsync(place.Experiment, cancellationToken);

    // Where the ledger has no entry: whoever sets another place for one that is there already loses sight of it, and of what a rollback would go back to.
    private async Task SeekElsewhereAsync(CancellationToken cancellationToken)
    {
        if (report is null || _wasSought || place.Usual == place.Experiment)
        {
            return;
        }

        _wasSought = true;
        if (await store.FindExperimentAsync(place.Usual, cancellationToken) is { } usual && await ListAsync(usual, withTag: null, cancellationToken).AnyAsync(cancellationToken))
        {
            report(ReleaseDiagnostics.LedgerElsewhere.At($"The experiment '{place.Experiment}' has no entry, and '{place.Usual}' has some: they are not read."));
        }
    }

    private IAsyncEnumerable<LedgerEntry> ListAsync(string experiment, Tag? withTag, CancellationToken cancellationToken) =>
        store.ListRunsAsync(experiment, withTag, cancellationToken)
            .Where(run => run.Tags.ContainsKey(LedgerTags.Action))
            .Select(run => new LedgerEntry(run));
}
