using ModelOps.Evaluation;

namespace ModelOps.Core.Gates;

/// <summary>What rules of gates ask of a model's evaluation.</summary>
/// <param name="Task">What the model predicts.</param>
/// <param name="Outputs">What the predictions have.</param>
/// <param name="HasWeights">Whether rows have weights.</param>
/// <param name="HasCommand">Whether a command writes the predictions, and may write metrics beside them.</param>
internal sealed record EvaluationFacts(EvaluationTask Task, PredictedOutputs Outputs, bool HasWeights, bool HasCommand);
