using System.Text.Json;
using ModelOps.Core.Checks;
using ModelOps.Core.Contract;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Gates.Metrics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Gathering;

/// <summary>JSON of what verdicts rest on.</summary>
internal static class FactsJson
{
    /// <summary>How facts are written.</summary>
    public static JsonSerializerOptions Written { get; } = ValueJson.Create(
        FactTypes.Default,
        ValueJson.Choice<BaselineKind>(),
        ValueJson.Choice<ComparisonMethod>(),
        ValueJson.Choice<EvaluationTask>(),
        ValueJson.Choice<EvidencePolicy>(),
        ValueJson.Choice<Hypothesis>(),
        ValueJson.Choice<MetricSource>(),
        ValueJson.Choice<NotComparedPolicy>(),
        ValueJson.Choice<RuleSeverity>());
}
