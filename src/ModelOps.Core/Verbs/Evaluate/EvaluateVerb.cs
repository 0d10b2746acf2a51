using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gathering;
using ModelOps.Core.Judging;
using ModelOps.Core.Releases;
using ModelOps.Core.Reporting;
using ModelOps.Core.Running;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Verbs.Evaluate;

/// <summary>Computes the metrics of a file of predictions, with no registry, and logs them to a run when the call names one.</summary>
internal sealed class EvaluateVerb : IVerb<EvaluateSettings, EvaluateResult>
{
    public async Task<VerbOutcome<EvaluateResult>> RunAsync(EvaluateSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        RequireInputsOfProfile(settings);
        var columns = ColumnChoice.Of(settings, EvaluatedModel.Find(settings, context));
        var metrics = MetricChoice.Of(settings.Metric, columns);
        await using var run = await EvaluatedRun.FindAsync(settings, context, cancellationToken);
        var digest = run is null && settings.Report is null ? "" : await CheckedFile.HashAsync(settings.Predictions, cancellationToken);
        var record = EvaluationRecord.Of(settings, columns, digest);
        run?.RequireNoOther(record);
        var predictions = await PredictionReader.ReadAsync(settings.Predictions, columns, cancellationToken);
        var tables = new MetricTables(predictions, metrics, context.Report);
        var result = new EvaluateResult
        {
            Rows = predictions.Count,
            Metrics = tables.OfAll(),
            SliceMetrics = tables.OfSlices(settings.MinRows, cancellationToken),
            ProfileFile = settings.Profile,
            ReportFile = settings.Report,
        };
        if (settings.Report is { } report)
        {
            ReportPlace.Require(report, context.Configuration.Directory ?? context.WorkingDirectory);
            await ReportWriter.WriteAsync(EvaluationReport.Of(settings, predictions, metrics, digest, context.Time.GetUtcNow()), report, cancellationToken);
        }

        if (settings is { Inputs: { } inputs, Profile: { } profile })
        {
            await ProfileFile.WriteAsync(await DataProfiler.ProfileAsync(inputs, like: null, cancellationToken), profile, cancellationToken);
        }

        if (run is not null)
        {
            EvaluationRecord.Add(record, result);
            result = settings.DryRun ? run.Plan(record, result) : await run.LogAsync(record, result, cancellationToken);
        }

        if (settings.DryRun)
        {
            context.ReportDryRun();
        }

        return new(result);
    }

    private static void RequireInputsOfProfile(EvaluateSettings settings)
    {
        if (settings.Inputs is null != settings.Profile is null)
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Conflict.At(
                "Inputs 'inputs' and 'profile' need each other: the file that is profiled, and the file that the profile is written to."));
        }
    }
}
