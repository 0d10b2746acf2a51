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
        var looked = environments.NamedOrAll(settings.Environment);
        foreach (var environment in looked)
        {
            await using var catalog = await environment.OpenAsync(context, cancellationToken);
            var model = await environment.FindNameAsync(catalog, shortName, context, cancellationToken);
            var entries = await environment.LedgerOf(catalog, model, context).ReadAsync(cancellationToken);
            foreach (var broken in LedgerChain.FindBroken(entries))
            {
                context.Report(ReleaseDiagnostics.LedgerBroken.At(
                    $"Ledger entry {broken.Run.Id} ({broken.Action}, {environment.Name}) does not continue an entry that is there."));
            }

            rows.AddRange(entries.Take(settings.Limit).Select(entry => Row(environment.Name, entry)));
        }

        if (rows.Count == 0)
        {
            context.Report(RegistryDiagnostics.ModelMissing.At(
                $"The ledger has no entry for '{settings.Model}' in {string.Join(", ", looked.Select(at => at.Name))}.") with { Severity = Severity.Info });
        }

        return new(new() { Entries = rows });
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
