using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Recording;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;

namespace ModelOps.Core.Verbs.Evaluate;

/// <summary>The run that an evaluation is logged to: one that is there, under way or ended. Disposing closes its catalog.</summary>
internal sealed class EvaluatedRun : IAsyncDisposable
{
    private readonly ICatalog _catalog;
    private readonly Run _run;
    private readonly RunRecorder _recorder;

    private EvaluatedRun(ICatalog catalog, Run run, VerbContext context) => (_catalog, _run, _recorder) = (catalog, run, new(catalog.Tracking, context));

    /// <summary>Finds the run that a call names; null when it names none.</summary>
    /// <exception cref="ModelOpsException">There is no such run, or it was deleted (MOP6015, exit 2).</exception>
    public static async Task<EvaluatedRun?> FindAsync(EvaluateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        if (settings.Run is not { } id)
        {
            return null;
        }

        var environment = new EnvironmentResolver(context).NamedOrDefault(settings.Environment);
        var catalog = await environment.OpenAsync(context, cancellationToken);
        try
        {
            return await catalog.Tracking.FindRunAsync(id, cancellationToken) switch
            {
                null => throw Missing($"There is no run '{id}' in environment '{environment.Name}'."),
                { IsDeleted: true } => throw Missing($"The run '{id}' of environment '{environment.Name}' was deleted: nothing can be logged to it."),
                var run => new(catalog, run, context),
            };
        }
        catch
        {
            await catalog.DisposeAsync();
            throw;
        }
    }

    /// <summary>Refuses, before anything is written, an evaluation of which the run has another one already.</summary>
    /// <exception cref="ModelOpsException">A parameter differs: all of them (MOP6016, exit 2).</exception>
    public void RequireNoOther(RunRecord record)
    {
        var problems = RunRecorder.FindConflicts(_run, record)
            .Select(pair => EvaluationDiagnostics.RunTaken.At($"The run '{_run.Id}' has {pair.Ours.Name} '{pair.Theirs}'; this evaluation has '{pair.Ours.Value}'."))
            .ToList();
        if (problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }
    }

    /// <summary>Logs the record.</summary>
    /// <returns>The result, with where its metrics are.</returns>
    public async Task<EvaluateResult> LogAsync(RunRecord record, EvaluateResult result, CancellationToken cancellationToken) =>
        Named(result) with { LoggedMetrics = await _recorder.WriteAsync(_run, record, cancellationToken) };

    /// <summary>The result of a call that logs nothing.</summary>
    public EvaluateResult Plan(RunRecord record, EvaluateResult result)
    {
        _recorder.ReportLeftOut(record);
        return Named(result);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _catalog.DisposeAsync();

    private static ModelOpsException Missing(string message) => new(ExitCode.BadInput, EvaluationDiagnostics.RunMissing.At(message));

    private EvaluateResult Named(EvaluateResult result) => result with { Run = _run.Id, RunUri = RunRecorder.UriOf(_run) };
}
