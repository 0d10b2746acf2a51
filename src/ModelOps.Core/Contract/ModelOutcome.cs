using System.Text.Json.Nodes;

namespace ModelOps.Core.Contract;

/// <summary>What came of one model of several.</summary>
/// <param name="Model">Name of the model in modelops.yml.</param>
/// <param name="ExitCode">Exit code, as a call for this model alone would have it.</param>
/// <param name="Result">Outputs of the verb by their names in camel case; null when it did not get that far.</param>
public sealed record ModelOutcome(string Model, int ExitCode, JsonObject? Result);
