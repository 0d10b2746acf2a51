using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Reads the entries of a ledger, and says when they are somewhere else.</summary>
/// <param name="store">Tracking store.</param>
/// <param name="place">Where the ledger is.</param>
/// <param name="report">Takes the finding that it is somewhere else; null when nobody wants it.</param>
internal sealed class LedgerEntries(ITrackingStore store, LedgerPlace place, Action<Diagnostic>? report)
{
    private bool _wasSought;

    /// <summary>The experiment that was read; null when there is none.</summary>
    public string? Experiment { get; private set; }

    /// <summary>All entries, newest first; none when the model has no ledger.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        Experiment = await store.FindExperimentAsync(place.Experiment, cancellationToken);
        var entries = Experiment is null ? [] : await ListAsync(Experiment, cancellationToken).ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            await SeekElsewhereAsync(cancellationToken);
        }

        return entries;
    }

    /// <summary>
    /// Asked where the ledger has no entry: whoever sets another place for one that is there already loses sight of it, and of what a rollback would go
    /// back to.
    /// </summary>
    public async Task SeekElsewhereAsync(CancellationToken cancellationToken)
    {
        if (report is null || _wasSought || place.Usual == place.Experiment)
        {
            return;
        }

        _wasSought = true;
        if (await store.FindExperimentAsync(place.Usual, cancellationToken) is { } usual && await ListAsync(usual, cancellationToken).AnyAsync(cancellationToken))
        {
            report(ReleaseDiagnostics.LedgerElsewhere.At($"The experiment '{place.Experiment}' has no entry, and '{place.Usual}' has some: they are not read."));
        }
    }

    private async IAsyncEnumerable<LedgerEntry> ListAsync(string experiment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var run in store.ListRunsAsync(experiment, withTag: null, cancellationToken))
        {
            if (run.Tags.ContainsKey(LedgerTags.Action))
            {
                yield return new(run);
            }
        }
    }
}
