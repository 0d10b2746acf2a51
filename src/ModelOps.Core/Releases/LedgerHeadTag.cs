using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Keeps the newest entries of a ledger in a tag of the registered model, so that it shows when they are deleted.</summary>
/// <param name="registry">Registry of the model.</param>
/// <param name="store">Tracking store with the ledger.</param>
/// <param name="model">The model.</param>
/// <param name="report">Takes the finding that the tag cannot be written; null when nobody wants it.</param>
internal sealed class LedgerHeadTag(IModelRegistry registry, ITrackingStore store, ModelName model, Action<Diagnostic>? report)
{
    /// <summary>The head as it is.</summary>
    public async Task<LedgerHead> ReadAsync(CancellationToken cancellationToken) => LedgerHead.Of(await registry.FindModelAsync(model, cancellationToken));

    /// <summary>
    /// Entries of the head that a search has not found: read one by one, because a search may lag behind. Those of another experiment belong to where the
    /// ledger was before modelops.yml said another place.
    /// </summary>
    /// <returns>Those that are there, and the runs that are not.</returns>
    public async Task<(IReadOnlyList<LedgerEntry> Late, IReadOnlyList<string> Gone)> FindAsync(
        LedgerHead head, IReadOnlyList<LedgerEntry> entries, string? experiment, CancellationToken cancellationToken)
    {
        var found = entries.Select(entry => entry.Run.Id).ToHashSet(StringComparer.Ordinal);
        var (late, gone) = (new List<LedgerEntry>(), new List<string>());
        foreach (var run in head.Items.Select(item => item.Run).Where(run => !found.Contains(run)))
        {
            if (await store.FindRunAsync(run, cancellationToken) is not { IsDeleted: false } there)
            {
                gone.Add(run);
            }
            else if (there.ExperimentId == experiment)
            {
                late.Add(new(there));
            }
        }

        return (late, gone);
    }

    /// <summary>Writes the head once an entry has ended. What cannot be written is said and not fatal: the next entry continues this one all the same.</summary>
    public async Task MoveAsync(LedgerHead head, CancellationToken cancellationToken)
    {
        try
        {
            await registry.SetModelTagAsync(model, new(LedgerTags.Head, $"{head}"), cancellationToken);
        }
        catch (ModelOpsException failure)
        {
            report?.Invoke(ReleaseDiagnostics.LedgerHeadBehind.At($"The registered model's tag {LedgerTags.Head} could not be written: {failure.Diagnostics[0].Message}"));
        }
    }
}
