using ModelOps.Core.Sections;

namespace ModelOps.Core.Gates.Slices;

/// <summary>What must hold in the section <c>gates.slices</c> of modelops.yml.</summary>
internal static class SliceRules
{
    public static void Check(SliceGateSection slices, SectionPlace place, MetricRules metrics)
    {
        if (slices.By.Count == 0 || slices.Rules.Count == 0)
        {
            place.Misconfigured(slices.By.Count == 0 ? "by" : "rules", "slices has nothing to judge: add a column under by and a limit under rules.");
        }

        MetricRules.CheckColumns(place, "by", slices.By);
        foreach (var (rule, found) in slices.Rules.Zip(place.Items("rules")))
        {
            metrics.CheckName(found, "metric", rule.Metric);
            MetricRules.CheckLimits(found, rule.Metric, rule.Min, rule.Max, "min, max or max_gap", rule.Min is null && rule.Max is null && rule.MaxGap is null);
            found.NotNegative("max_gap", rule.MaxGap);
        }
    }
}
