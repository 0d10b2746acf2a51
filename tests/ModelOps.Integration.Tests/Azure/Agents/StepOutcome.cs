namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>How a step ended.</summary>
internal enum StepOutcome
{
    Skipped,
    Succeeded,
    Failed,
}
