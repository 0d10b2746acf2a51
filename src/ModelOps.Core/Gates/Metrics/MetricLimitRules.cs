using ModelOps.Core.Sections;

namespace ModelOps.Core.Gates.Metrics;

/// <summary>What must hold in the list <c>gates.metrics</c> of modelops.yml.</summary>
internal static class MetricLimitRules
{
    private const string Key = "metrics";

    public static void Check(IReadOnlyList<MetricGateSection> metrics, GateRuleScope scope)
    {
        foreach (var (limits, place) in metrics.Zip(scope.Place.Items(Key)))
        {
            Check(limits, place, scope);
        }

        foreach (var repeated in metrics.GroupBy(limits => (limits.Name, limits.From)).Where(group => group.Count() > 1))
        {
            scope.Place.Misconfigured(Key, $"The metric '{repeated.Key.Name}' is there twice: write min and max in one entry.");
        }
    }

    private static void Check(MetricGateSection limits, SectionPlace place, GateRuleScope scope)
    {
        MetricRules.CheckLimits(place, limits.Name, limits.Min, limits.Max, "min, max or both", limits.Min is null && limits.Max is null);
        if (limits.From == MetricSource.Predictions)
        {
            scope.Metrics.CheckName(place, "name", limits.Name);
        }
        else if (limits.Name.Trim().Length == 0)
        {
            place.Invalid("name", "A metric needs a name.");
        }

        if (limits.From == MetricSource.File && scope.Evaluation is not { HasCommand: true })
        {
            place.Misconfigured("from", "Nobody writes a file of metrics: let a command under evaluation.run write {metrics}.");
        }
    }
}
