using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Running;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Verbs.Train;

/// <summary>Finds what a training that has ended logged: the run that it was given, else the newest of its experiment that it began.</summary>
/// <param name="plan">What was run.</param>
/// <param name="context">The verb's context.</param>
internal sealed class TrainedModel(TrainPlan plan, VerbContext context)
{
    private const string GivenRun = "MLFLOW_RUN_ID";
    private const string UsualName = "model";

    // A search for a good set of parameters logs a run for each.
    private const int MostRuns = 100;

    /// <summary>The run and the reference of its model; nothing of what there is not. A training that ended well does not fail for this.</summary>
    /// <param name="begin">When the training began.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<(string? Run, string? Model)> FindAsync(DateTimeOffset begin, CancellationToken cancellationToken)
    {
        try
        {
            await using var catalog = await plan.Environment.OpenAsync(context, cancellationToken);
            var runs = await FindRunsAsync(catalog.Tracking, begin, cancellationToken);
            var found = new List<(Run Run, IReadOnlyList<RunModel> Models)>();
            foreach (var run in runs)
            {
                found.Add((run, await RunModels.FindAsync(catalog, run, cancellationToken)));
            }

            return Choose(found);
        }
        catch (ModelOpsException failure)
        {
            context.Report(SourceDiagnostics.RunUnread.At($"The training ended well, but what it logged cannot be read: {failure.Line}"));
            return (null, null);
        }
    }

    private async Task<IReadOnlyList<Run>> FindRunsAsync(ITrackingStore store, DateTimeOffset begin, CancellationToken cancellationToken)
    {
        if (plan.Request.Environment.GetValueOrDefault(GivenRun) is { Length: > 0 } given)
        {
            return await store.FindRunAsync(given, cancellationToken) is { } run ? [run] : [];
        }

        if (await store.FindExperimentAsync(plan.Names.Experiment, cancellationToken) is not { } experiment)
        {
            return [];
        }

        // Runs begin at a whole millisecond.
        var first = DateTimeOffset.FromUnixTimeMilliseconds(begin.ToUnixTimeMilliseconds());
        return await store.ListRunsAsync(experiment, withTag: null, cancellationToken)
            .TakeWhile(run => run.StartedAt >= first)
            .Take(MostRuns)
            .ToListAsync(cancellationToken);
    }

    // A run without a model is none that anybody would register: the parent of a search, say.
    private (string? Run, string? Model) Choose(List<(Run Run, IReadOnlyList<RunModel> Models)> found)
    {
        var withModel = found.Where(pair => pair.Models.Count > 0).ToList();
        if (withModel.Count == 0)
        {
            return (found.FirstOrDefault().Run?.Id, null);
        }

        var (run, models) = withModel[0];
        var byName = models.GroupBy(model => model.Name, StringComparer.Ordinal).Select(group => group.First()).ToList();
        var model = byName.Count == 1 ? byName[0] : byName.Find(candidate => candidate.Name == UsualName);
        if (withModel.Count > 1 || model is null)
        {
            var all = string.Join(", ", withModel.SelectMany(pair => pair.Models).Take(10).Select(candidate => candidate.Uri));
            context.Report(SourceDiagnostics.SeveralModels.At($"The training logged {withModel.Count} run(s) with a model: {all}."));
        }

        return (run.Id, withModel.Count == 1 ? model?.Uri : null);
    }
}
