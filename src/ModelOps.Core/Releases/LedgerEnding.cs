using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>Ends entries of a ledger.</summary>
/// <param name="catalog">The catalog.</param>
/// <param name="entries">The entries.</param>
/// <param name="headTag">The tag of the model with the newest of them.</param>
/// <param name="view">The ledger as it was before the entry.</param>
/// <param name="pen">What writes entries.</param>
/// <param name="seal">What they are sealed with.</param>
/// <param name="time">The clock.</param>
internal sealed class LedgerEnding(
    ICatalog catalog, LedgerEntries entries, LedgerHeadTag headTag, LedgerView view, LedgerPen pen, LedgerSeal seal, TimeProvider time)
{
    /// <summary>Takes what is found about the ledger; null when nobody wants it.</summary>
    public Action<Diagnostic>? Report { get; init; }

    /// <summary>Ends an entry well: the report as artifact, further files, the seal, the state, the head of the chain.</summary>
    /// <exception cref="ModelOpsException">It is ended, and another run has moved its alias from the same version at the same moment (MOP3002, exit 7).</exception>
    public async Task CompleteAsync(
        LedgerEntry entry, IReadOnlyList<Tag> facts, byte[] result, IReadOnlyList<LedgerFile> files, CancellationToken cancellationToken)
    {
        // A run that was killed may have sealed its end, and lacks nothing but it.
        var isSealed = entry.HasSealedEnd;
        var end = isSealed ? entry.EndedAt!.Value : DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        List<Tag> tags = [.. facts.Except(pen.WrittenTo(entry))];
        var decides = entry.Decides || new LedgerEntry(entry.Run with { Tags = tags.ToDictionary(tag => tag.Key, tag => tag.Value) }).Decides;
        var head = decides ? await headTag.ReadAsync(cancellationToken) : LedgerHead.None;
        var (_, gone) = await headTag.FindAsync(head, view.Seen, entries.Experiment, cancellationToken);
        if (gone.Count > 0)
        {
            tags.Add(new(LedgerTags.Gone, string.Join(' ', gone)));
            gone.ToList().ForEach(run => Report?.Invoke(LedgerFaults.OfGone(run).Diagnostic));
        }

        if (!isSealed && (tags.Count > 0 || decides || !pen.HasLinked(entry)))
        {
            tags.Add(new(LedgerTags.Ended, $"{end.ToUnixTimeMilliseconds()}"));
            await pen.NoteAsync(entry, tags, cancellationToken);
        }

        await ReportAsync(entry, result, cancellationToken);
        foreach (var file in files)
        {
            await catalog.Artifacts.UploadAsync(
                entry.Run.ArtifactUri, file.Name, _ => Task.FromResult<Stream>(File.OpenRead(file.Path)), new FileInfo(file.Path).Length, cancellationToken);
        }

        await catalog.Tracking.EndRunAsync(entry.Run.Id, RunStatus.Finished, end, cancellationToken);
        if (decides)
        {
            await SettleAsync(entry, head, gone, cancellationToken);
        }
    }

    /// <summary>Writes what came of the action beside its entry.</summary>
    public Task ReportAsync(LedgerEntry entry, byte[] report, CancellationToken cancellationToken) =>
        catalog.Artifacts.UploadAsync(
            entry.Run.ArtifactUri, Ledger.ReportFile, _ => Task.FromResult<Stream>(new MemoryStream(report)), report.Length, cancellationToken);

    private async Task SettleAsync(LedgerEntry entry, LedgerHead head, IReadOnlyList<string> gone, CancellationToken cancellationToken)
    {
        // Another run may have ended this very entry at the same moment: the head names it as it stands, and not as this one meant it. A catalog that
        // still shows what was there before shows nothing of that.
        var newest = await entries.ReadNewestAsync(cancellationToken);
        if (newest.Find(other => other.Run.Id == entry.Run.Id) is { Run: { Status: RunStatus.Finished } ended })
        {
            entry.Reload(ended);
        }

        await headTag.MoveAsync(head.With(entry, [.. view.AncestorsOf(entry), .. gone]), cancellationToken);

        // A server moves an alias from wherever it is, and neither of two runs need see the other do it. Of two that look after their end, one finds the other.
        var before = view.Seen.Where(seen => seen.IsFinished).Select(seen => seen.Run.Id).ToHashSet(StringComparer.Ordinal);
        if (newest.Find(other => other.IsFinished && seal.Takes(other) && other.IsRivalOf(entry) && !before.Contains(other.Run.Id)) is { } rival)
        {
            throw new ModelOpsException(ExitCode.StateMoved, ReleaseDiagnostics.AliasMoved.At(
                $"Another run moved '{entry.Alias}' from the same version to version {rival.To} while this one moved it to {entry.To}: one of the two is overwritten."));
        }
    }
}
