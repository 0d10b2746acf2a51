using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Gates.Champion;

/// <summary>Makes plans of comparisons from modelops.yml and the call.</summary>
internal static class ComparisonPlans
{
    /// <summary>Fewest resamples of a bootstrap.</summary>
    public const int FewestResamples = 100;

    /// <summary>Most resamples: more take days and gigabytes, and change no digit that anybody reads.</summary>
    public const int MostResamples = 1_000_000;

    // So many resamples have to be beyond each end of the interval, or it would be read off a handful of them.
    private const int ResamplesBeyondEnd = 5;

    /// <summary>Makes a plan.</summary>
    /// <param name="section">Comparison of modelops.yml, or its defaults.</param>
    /// <param name="task">What the models predict.</param>
    /// <param name="outputs">What the predictions have.</param>
    /// <param name="overrides">What the call says; null when it says nothing.</param>
    /// <exception cref="ModelOpsException">Inputs do not go together, with all problems.</exception>
    public static ComparisonPlan Create(ChampionGateSection section, EvaluationTask task, PredictedOutputs outputs, ComparisonOverrides? overrides = null)
    {
        overrides ??= new();
        var problems = new List<Diagnostic>();
        var name = overrides.Metric ?? section.Metric;
        var hypothesis = overrides.Hypothesis ?? section.Hypothesis;
        var plan = new ComparisonPlan
        {
            Metric = (name is null ? null : Parse(name, task, outputs, problems)) ?? MetricCatalog.Primary(task, outputs),
            Hypothesis = hypothesis,
            Tolerance = overrides.Tolerance ?? DefaultTolerance(section, hypothesis, overrides),
            Method = overrides.Method ?? section.Method,
            Alpha = overrides.Alpha ?? section.Alpha,
            Resamples = overrides.Resamples ?? section.Resamples,
            Seed = overrides.Seed ?? section.Seed,
            Also = Also(section, overrides, task, outputs, problems),
            BySlice = overrides.BySlice || section.BySlice,
            HasFloor = section.Baseline.Kind != BaselineKind.None,
            MinSliceRows = overrides.MinSliceRows ?? ComparisonPlan.DefaultMinSliceRows,
            MinimumEffect = hypothesis == Hypothesis.Superior ? overrides.MinimumEffect : 0,
        };
        problems.AddRange(Problems(plan));
        return problems.Count == 0 ? plan : throw new ModelOpsException(ExitCode.BadInput, problems);
    }

    /// <summary>
    /// The plan against a baseline in place of a champion: it has to be beaten, whatever is asked beside a champion, and other metrics are only
    /// shown, for one that calls everything positive wins by some of them.
    /// </summary>
    public static ComparisonPlan AgainstBaseline(ComparisonPlan plan, double mustBeatBy) => plan with
    {
        Hypothesis = Hypothesis.Superior,
        Tolerance = 0,
        MinimumEffect = mustBeatBy,
        HasFloor = false,
        Also = [.. plan.Also.Select(also => also with { NotWorseBy = null })],
    };

    // A call that asks for superiority takes back the tolerance of modelops.yml with the hypothesis that it belongs to.
    private static double DefaultTolerance(ChampionGateSection section, Hypothesis hypothesis, ComparisonOverrides overrides) =>
        overrides.Hypothesis is not null && hypothesis == Hypothesis.Superior ? 0 : section.Tolerance;

    private static List<SecondaryMetric> Also(
        ChampionGateSection section, ComparisonOverrides overrides, EvaluationTask task, PredictedOutputs outputs, List<Diagnostic> problems)
    {
        // The call may name a metric by another of its names than modelops.yml, and modelops.yml may limit one twice: the smallest loss counts.
        var metrics = (overrides.Also.Count > 0 ? overrides.Also : section.Also.Select(one => one.Metric)).Distinct(StringComparer.Ordinal)
            .Select(name => Parse(name, task, outputs, problems)).OfType<IMetric>().DistinctBy(metric => metric.Name).ToList();
        var limits = section.Also.ToLookup(one => Parse(one.Metric, task, outputs, [])?.Name ?? one.Metric, one => one.NotWorseBy, StringComparer.Ordinal);
        var also = new List<SecondaryMetric>();
        foreach (var metric in metrics)
        {
            double? accepted = limits.Contains(metric.Name) ? limits[metric.Name].Min() : null;
            if (accepted is { } loss && !(loss >= 0 && double.IsFinite(loss)))
            {
                problems.Add(Invalid("not_worse_by", loss, $"a number from 0 on for {metric.Name}"));
            }

            also.Add(new(metric, accepted));
        }

        return also;
    }

    private static IMetric? Parse(string name, EvaluationTask task, PredictedOutputs outputs, List<Diagnostic> problems)
    {
        try
        {
            return MetricCatalog.Parse(name, task, outputs);
        }
        catch (ModelOpsException failure)
        {
            problems.AddRange(failure.Diagnostics);
            return null;
        }
    }

    private static IEnumerable<Diagnostic> Problems(ComparisonPlan plan)
    {
        if (!double.IsFinite(plan.Tolerance) || plan.Tolerance < 0)
        {
            yield return Invalid("tolerance", plan.Tolerance, "a number above 0, in the unit of the metric");
        }
        else if (plan.Hypothesis == Hypothesis.Superior && plan.Tolerance > 0)
        {
            yield return InputDiagnostics.Conflict.At("Inputs 'hypothesis' and 'tolerance' do not go together: superiority accepts no loss. Leave the tolerance out, or ask for non-inferior.");
        }
        else if (plan.Hypothesis != Hypothesis.Superior && plan.Tolerance == 0)
        {
            yield return InputDiagnostics.Conflict.At($"Hypothesis {ChoiceText.Of(plan.Hypothesis)} needs a tolerance above 0: the loss on {plan.Metric.Name} that is accepted, in its own unit.");
        }

        if (!(plan.Alpha is > 0 and < 0.5))
        {
            yield return Invalid("alpha", plan.Alpha, "a probability above 0 and below 0.5");
        }

        if (!double.IsFinite(plan.MinimumEffect) || plan.MinimumEffect < 0)
        {
            yield return Invalid("must_beat_by", plan.MinimumEffect, "a number from 0 on, in the unit of the metric");
        }

        var fewest = plan.Alpha is > 0 and < 0.5 ? Math.Max(FewestResamples, ResamplesBeyondEnd / plan.Alpha) : FewestResamples;
        if (plan.Resamples < fewest)
        {
            yield return Invalid("resamples", plan.Resamples, string.Create(CultureInfo.InvariantCulture, $"at least {Math.Ceiling(fewest)}, so that both ends of the interval lie among them"));
        }

        if (plan.Resamples > MostResamples)
        {
            yield return Invalid("resamples", plan.Resamples, string.Create(CultureInfo.InvariantCulture, $"at most {MostResamples}"));
        }
    }

    private static Diagnostic Invalid(string input, double value, string expected) =>
        InputDiagnostics.Invalid.At(string.Create(CultureInfo.InvariantCulture, $"Input '{input}' cannot be {value}: expected {expected}."));
}
