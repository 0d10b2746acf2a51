using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Judging;
using ModelOps.Core.Reporting;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Running;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>Compares a challenger with a champion, by files of predictions or by versions of a registry.</summary>
internal sealed class CompareVerb : IVerb<CompareSettings, CompareResult>
{
    public async Task<VerbOutcome<CompareResult>> RunAsync(CompareSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var model = EvaluatedModel.Find(settings, context);
        var section = model?.Gates.Champion ?? new ChampionGateSection();
        var columns = ColumnChoice.Of(settings, model, settings.Cluster ?? section.Cluster);
        var plan = ComparisonPlans.Create(section, columns.Task, columns.Outputs, Overrides(settings, model));

        var rows = await FindRowsAsync(settings, context, section, columns, cancellationToken);
        plan = rows.IsBaseline && settings.Hypothesis is null ? ComparisonPlans.AgainstBaseline(plan, section.Baseline.MustBeatBy) : plan;
        plan = rows.IsBaseline ? plan with { HasFloor = false } : plan;
        var outcome = Comparer.Compare(rows.Challenger, rows.Champion, plan, context.Progress, cancellationToken);
        var (decision, exitCode, finding) = ComparisonDecision.Of(
            outcome, settings.NotEnoughEvidence ?? section.NotEnoughEvidence, (settings.AllowIdentical || section.AllowIdentical) && !rows.IsBaseline);
        foreach (var one in outcome.NotCompared.Select(slice => EvaluationDiagnostics.SliceSkipped.At($"{slice}.")).Concat(finding is null ? [] : [finding]))
        {
            context.Report(one);
        }

        var report = ComparisonReport.Of(rows, outcome, decision, context.Configuration.Directory ?? context.WorkingDirectory, context.Time.GetUtcNow());
        context.Summarize(ReportWriter.Head(ReportDocuments.HeadOf(report)));
        if (settings.Report is { } path)
        {
            ReportPlace.Require(path, context.Configuration.Directory ?? context.WorkingDirectory);
            await ReportWriter.WriteAsync(report, path, cancellationToken);
        }

        return new(Result(outcome, decision, rows.IsBaseline) with { ReportFile = settings.Report }, exitCode);
    }

    private static async Task<ComparedRows> FindRowsAsync(
        CompareSettings settings, VerbContext context, ChampionGateSection section, PredictionColumns columns, CancellationToken cancellationToken)
    {
        if (settings is { ChallengerPredictions: { } challenger, ChampionPredictions: { } champion })
        {
            return await ComparedRows.ReadAsync(challenger, champion, columns, cancellationToken);
        }

        if (settings is { ChallengerPredictions: { } file, Model: null })
        {
            var set = await PredictionReader.ReadAsync(file, columns, cancellationToken);
            return await ComparedRows.WithBaselineAsync(set, file, section.Baseline, context.Configuration.Directory ?? context.WorkingDirectory, columns, cancellationToken);
        }

        var found = await RegistryPredictions.GatherAsync(settings, context, cancellationToken);
        return found.Champion is { } theirs
            ? new(found.Challenger, found.ChallengerName, theirs, found.ChampionName, IsBaseline: false)
            : await ComparedRows.WithBaselineAsync(found.Challenger, found.ChallengerName, section.Baseline, found.Root, columns, cancellationToken);
    }

    private static ComparisonOverrides Overrides(CompareSettings settings, ModelSection? model) => new()
    {
        Metric = settings.Metric,
        Hypothesis = settings.Hypothesis,
        Tolerance = settings.Tolerance,
        Method = settings.Method,
        Alpha = settings.Alpha,
        Resamples = settings.Resamples,
        Seed = settings.Seed,
        Also = settings.Also,
        BySlice = settings.BySlice,
        MinSliceRows = model?.Gates.Slices?.MinRows,
    };

    private static CompareResult Result(ComparisonOutcome outcome, Decision decision, bool isBaseline) => new()
    {
        Verdict = outcome.Primary.Verdict,
        Decision = decision,
        PrimaryMetric = outcome.Primary.Metric,
        Challenger = outcome.Primary.Challenger,
        Champion = outcome.Primary.Champion,
        Effect = outcome.Primary.Effect,
        Lower = outcome.Primary.Lower,
        Upper = outcome.Primary.Upper,
        P = outcome.Primary.P,
        Rows = outcome.Primary.Rows,
        Power = outcome.Power,
        MoreRows = outcome.MoreRows,
        Identical = outcome.AreIdentical,
        IsBaseline = isBaseline,
        Comparisons = [outcome.Primary, .. outcome.Others],
    };
}
