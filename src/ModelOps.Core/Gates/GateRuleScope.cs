using ModelOps.Core.Sections;

namespace ModelOps.Core.Gates;

/// <summary>What rules of gates may look at.</summary>
/// <param name="Gates">The section <c>gates</c> of a model.</param>
/// <param name="Place">Its place; takes what is wrong.</param>
/// <param name="Evaluation">Where the model's predictions come from; null when it has none.</param>
/// <param name="Environments">Names of the environments.</param>
internal sealed record GateRuleScope(GatesSection Gates, SectionPlace Place, EvaluationFacts? Evaluation, IReadOnlyList<string> Environments)
{
    /// <summary>Rules of metrics, which several gates have.</summary>
    public MetricRules Metrics => new(Evaluation);
}
