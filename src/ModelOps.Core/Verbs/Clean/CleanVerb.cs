using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Clean;

/// <summary>Removes what has expired in every environment; what one of them refuses does not keep it from the others.</summary>
internal sealed class CleanVerb : IVerb<CleanSettings, CleanResult>
{
    public async Task<VerbOutcome<CleanResult>> RunAsync(CleanSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var rows = new List<CleanRow>();
        var isComplete = true;

        // Environments often share a server, in catalogs of their own; what expired there is removed, and shown, once.
        foreach (var environment in new EnvironmentResolver(context).NamedOrAll(settings.Environment).DistinctBy(environment => environment.Address with { Environment = "" }))
        {
            isComplete &= await CleanAsync(settings, context, environment, rows, cancellationToken);
        }

        if (settings.DryRun)
        {
            context.ReportDryRun();
        }

        return new(new() { Count = rows.Count, Items = rows }, isComplete ? ExitCode.Ok : ExitCode.RemoteFailure);
    }

    private static async Task<bool> CleanAsync(
        CleanSettings settings, VerbContext context, ReleaseEnvironment environment, List<CleanRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            await using var catalog = await environment.OpenAsync(context, cancellationToken);
            var items = new ExpiredItems(catalog, environment.Name, settings.DryRun, context);
            var isComplete = await items.RemoveAsync(cancellationToken);
            rows.AddRange(items.Rows);
            return isComplete;
        }
        catch (ModelOpsException failure) when (settings.Environment is null && failure.ExitCode == ExitCode.RemoteFailure)
        {
            foreach (var diagnostic in failure.Diagnostics)
            {
                context.Report(diagnostic with { Message = $"{environment.Name}: {diagnostic.Message}" });
            }

            return false;
        }
    }
}
