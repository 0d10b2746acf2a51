using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Contract;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.History;

/// <summary>Reads the ledger; writes nothing.</summary>
internal sealed class HistoryVerb : IVerb<HistorySettings, HistoryResult>
{
    public async Task<VerbOutcome<HistoryResult>> RunAsync(HistorySettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var environments = new EnvironmentResolver(context);
        var shortName = environments.ShortName(settings.Model!);
        var moment = settings.At is { } text ? PastMoment.Parse(text) : null;
        var rows = new List<HistoryRow>();
        var reading = new PartialReading(context);
        var isWhole = true;
        foreach (var environment in environments.NamedOrAll(settings.Environment))
        {
            await reading.TryAsync(environment.Name, async () =>
            {
                await using var catalog = await environment.OpenAsync(context, cancellationToken);
                var model = await environment.FindNameAsync(catalog, shortName, context, cancellationToken);
                var place = settings.Verify ? environment.LedgerOf(catalog, model, context) : environment.LedgerToRead(catalog, model, context);
                var ledger = await place.ReadAsync(cancellationToken);
                LedgerFindings.Report(ledger, context.Report);
                isWhole &= !settings.Verify || LedgerProof.Report(ledger, environment.Name, context.Report);
                var entries = moment is null ? ledger.All : moment.Select(ledger);
                rows.AddRange(entries.Take(settings.Limit).Select(entry => Row(environment.Name, entry, ledger.Counts(entry))));
            });
        }

        if (rows.Count == 0 && reading.Read.Count > 0)
        {
            context.Report(RegistryDiagnostics.ModelMissing.At(
                $"The ledger has no entry for '{settings.Model}' in {string.Join(", ", reading.Read)}.") with { Severity = Severity.Info });
        }

        return new(new() { Entries = rows }, reading.ExitCode == ExitCode.Ok && !isWhole ? ExitCode.GateFailed : reading.ExitCode);
    }

    private static HistoryRow Row(string environment, LedgerEntry entry, bool counts) => new(
        entry.Run.StartedAt,
        environment,
        entry.Action,
        InputText.Of(entry.IsFinished ? RunStatus.Finished : entry.Run.Status)!,
        entry.Alias,
        entry.From,
        entry.To,
        entry.Text(VersionTags.Decision),
        entry.Text(LedgerTags.Commit),
        entry.Text(LedgerTags.Actor),
        entry.Text(LedgerTags.Build),
        entry.Text(LedgerTags.Reason),
        counts);
}
