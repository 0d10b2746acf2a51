using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Changes;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>Runs a verb for several models, one after the other: each as a call for it alone would, and the others also after one has failed.</summary>
/// <param name="world">What the front and the machine provide.</param>
/// <param name="verb">The verb.</param>
/// <param name="arguments">Explicit arguments, none of which is about one model.</param>
/// <param name="loaded">The configuration.</param>
/// <param name="report">Shows findings, as soon as a model is done.</param>
internal sealed class ModelSeries(
    VerbWorld world, VerbDescriptor verb, ArgumentSource arguments, LoadedConfiguration loaded, Action<IEnumerable<Diagnostic>> report)
{
    /// <summary>Runs them. A cancelled call stops, and says which models ran.</summary>
    public async Task<VerbReport> RunAsync(SeriesRequest request, CancellationToken cancellationToken)
    {
        var run = new VerbRun(world, verb, arguments, loaded, _ => { });
        try
        {
            if (request.Problems.Count > 0)
            {
                throw new ModelOpsException(ExitCode.BadInput, request.Problems);
            }

            var (models, findings) = await ChooseAsync(request, cancellationToken);
            report(findings);
            var done = new List<ModelReport>();
            foreach (var model in models)
            {
                done.Add(new(model.Name, await RunOneAsync(model, cancellationToken)));
                report(done[^1].Report.Diagnostics);
                if (cancellationToken.IsCancellationRequested)
                {
                    break;
                }
            }

            return Combine(new(done, findings), isCancelled: done.Count < models.Count);
        }
        catch (Exception failure)
        {
            var failed = run.ReportFailure(failure, cancellationToken);
            report(failed.Diagnostics);

            // Without the outputs of several models: an empty list would say that nothing has changed.
            return failed;
        }
    }

    private async Task<ChosenModels> ChooseAsync(SeriesRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsChanged)
        {
            return new(loaded.Configuration.Models, []);
        }

        var build = await BuildInfoReader.ReadAsync(world.Environment, world.WorkingDirectory, cancellationToken);
        return await new ChangedModels(loaded.Configuration, build).FindAsync(request.Base, cancellationToken);
    }

    private async Task<VerbReport> RunOneAsync(ModelSection model, CancellationToken cancellationToken)
    {
        var own = arguments.With("Model", model.Name);
        var done = await new VerbRun(world, verb, own, loaded, _ => { }).ExecuteAsync(cancellationToken);
        return done with { Diagnostics = [.. done.Diagnostics.Select(finding => finding with { Message = $"{model.Name}: {finding.Message}" })] };
    }

    private VerbReport Combine(SeriesReport series, bool isCancelled)
    {
        var codes = series.Models.Select(model => model.Report.ExitCode);
        return new(
            verb,
            ExitCodeOrder.Highest(isCancelled ? codes.Append(ExitCode.Cancelled) : codes),
            series.Models is [var only] ? only.Report.Result : null,
            [.. series.Diagnostics, .. series.Models.SelectMany(model => model.Report.Diagnostics)],
            series.Models is [var one] ? one.Report.Origins : [])
        {
            Series = series,
            Summary = SeriesSummary.Of(verb, series),
            HasNews = series.Models.Any(model => model.Report.HasNews),
        };
    }
}
