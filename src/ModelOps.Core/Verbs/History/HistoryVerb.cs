using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
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
        var rows = new List<HistoryRow>();
        var reading = new PartialReading(context);
        foreach (var environment in environments.NamedOrAll(settings.Environment))
        {
            await reading.TryAsync(environment.Name, async () =>
            {
                await using var catalog = await environment.OpenAsync(context, cancellationToken);
                var model = await environment.FindNameAsync(catalog, shortName, context, cancellationToken);
                var entries = await environment.LedgerOf(catalog, model, context).ReadAsync(cancellationToken);
                ReportBroken(entries, environment.Name, context);
                rows.AddRange(entries.Take(settings.Limit).Select(entry => Row(environment.Name, entry)));
            });
        }

        if (rows.Count == 0 && reading.Read.Count > 0)
        {
            context.Report(RegistryDiagnostics.ModelMissing.At(
                $"The ledger has no entry for '{settings.Model}' in {string.Join(", ", reading.Read)}.") with { Severity = Severity.Info });
        }

        return new(new() { Entries = rows }, reading.ExitCode);
    }

    private static void ReportBroken(IReadOnlyList<LedgerEntry> entries, string environment, VerbContext context)
    {
        foreach (var broken in LedgerChain.FindBroken(entries))
        {
            context.Report(ReleaseDiagnostics.LedgerBroken.At(
                $"Ledger entry {broken.Run.Id} ({broken.Action}, {environment}) does not continue an entry that is there."));
        }
    }

    private static HistoryRow Row(string environment, LedgerEntry entry) => new(
        entry.Run.StartedAt,
        environment,
        entry.Action,
        InputText.Of(entry.Run.Status)!,
        entry.Alias,
        entry.From,
        entry.To,
        entry.Text(VersionTags.Decision),
        entry.Text(LedgerTags.Commit),
        entry.Text(LedgerTags.Actor),
        entry.Text(LedgerTags.Build),
        entry.Text(LedgerTags.Reason));
}
