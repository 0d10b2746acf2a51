using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Gates;

namespace ModelOps.Core.Gathering;

/// <summary>The rules of modelops.yml that a model is judged by.</summary>
/// <param name="Evaluation">Where its predictions come from.</param>
/// <param name="Gates">What it has to pass.</param>
internal sealed record RuleFacts(EvaluationSection? Evaluation, GatesSection Gates)
{
    /// <summary>The rules as JSON, of which a digest is taken.</summary>
    public byte[] Document() => ValueJson.Document(this, FactsJson.Written);
}
