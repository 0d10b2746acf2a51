using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Status;

/// <summary>Reads every environment; writes nothing.</summary>
internal sealed class StatusVerb : IVerb<StatusSettings, StatusResult>
{
    public async Task<VerbOutcome<StatusResult>> RunAsync(StatusSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var environments = new EnvironmentResolver(context);
        var rows = new List<VersionRow>();
        var reading = new PartialReading(context);
        foreach (var environment in environments.NamedOrAll(settings.Environment))
        {
            await reading.TryAsync(environment.Name, () => ReadAsync(rows, settings, environment, context, cancellationToken));
        }

        if (rows.Count == 0 && reading.Read.Count > 0)
        {
            var what = settings.Model is { } model ? $"no version of '{model}'" : "no registered model";
            context.Report(RegistryDiagnostics.ModelMissing.At($"There is {what} in {string.Join(", ", reading.Read)}.") with { Severity = Severity.Info });
        }

        return new(new() { Versions = rows }, reading.ExitCode);
    }

    private static async Task ReadAsync(
        List<VersionRow> rows, StatusSettings settings, ReleaseEnvironment environment, VerbContext context, CancellationToken cancellationToken)
    {
        await using var catalog = await environment.OpenAsync(context, cancellationToken);
        ReportAliases(catalog.Registry.Traits.Aliases, environment.Name, context);
        await foreach (var model in ModelsAsync(settings, environment, catalog, context, cancellationToken))
        {
            await AddRowsAsync(rows, environment, model, catalog, context, cancellationToken);
        }
    }

    // Other clients of the registry do not see them as what they are here.
    private static void ReportAliases(AliasStorage storage, string environment, VerbContext context)
    {
        var kept = storage switch
        {
            AliasStorage.ModelTags => "as tags of the registered model",
            AliasStorage.Stages => "as stages of versions",
            _ => null,
        };
        if (kept is not null)
        {
            context.Report(RegistryDiagnostics.AliasesMadeUp.At($"The registry of {environment} has no aliases of its own; they are kept {kept}."));
        }
    }

    private static async IAsyncEnumerable<RegisteredModel> ModelsAsync(
        StatusSettings settings,
        ReleaseEnvironment environment,
        ICatalog catalog,
        VerbContext context,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var registry = catalog.Registry;
        if (settings.Model is { } asked)
        {
            var name = await environment.FindNameAsync(catalog, new EnvironmentResolver(context).ShortName(asked), context, cancellationToken);
            if (await registry.FindModelAsync(name, cancellationToken) is { } model)
            {
                yield return model;
            }

            yield break;
        }

        await foreach (var listed in registry.ListModelsAsync(cancellationToken))
        {
            // Some servers leave aliases out of search results.
            yield return await registry.FindModelAsync(listed.Name, cancellationToken) ?? listed;
        }
    }

    private static async Task AddRowsAsync(
        List<VersionRow> rows, ReleaseEnvironment environment, RegisteredModel model, ICatalog catalog, VerbContext context, CancellationToken cancellationToken)
    {
        var ledger = await environment.LedgerToRead(catalog, model.Name, context).ReadAsync(cancellationToken);
        var entries = ledger.All.Where(entry => ledger.Counts(entry) || ledger.IsOpen(entry)).ToList();
        await foreach (var version in catalog.Registry.ListVersionsAsync(model.Name, withTag: null, cancellationToken))
        {
            var aliases = model.Aliases.Where(alias => alias.Value == version.Version).Select(alias => alias.Key).Order(StringComparer.Ordinal).ToList();

            // The oldest entry made the version; a later one may only have judged it.
            var entry = aliases.Count == 0
                ? entries.LastOrDefault(candidate => candidate.To == version.Version)
                : entries.FirstOrDefault(candidate => candidate.To == version.Version && aliases.Contains(candidate.Alias, StringComparer.OrdinalIgnoreCase));
            rows.Add(new(
                environment.Name,
                model.Name.Value,
                version.Version,
                aliases,
                version.Tags.GetValueOrDefault(VersionTags.ValidationStatus) ?? "",
                version.Tags.GetValueOrDefault(VersionTags.Commit) ?? "",
                aliases.Count > 0 && entry is not null ? entry.EndedAt ?? entry.Run.StartedAt : version.CreatedAt,
                entry?.Text(LedgerTags.Actor) ?? "",
                version.Tags.GetValueOrDefault(VersionTags.Digest) ?? "",
                Quarantine.ReasonOf(version) ?? ""));
        }
    }
}
