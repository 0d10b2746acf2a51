namespace ModelOps.Integration.Tests.Azure.Agents;

/// <summary>One step of a run: what it is called, how it ended and what it printed.</summary>
internal sealed record StepRun(string Stage, string Name, StepOutcome Outcome, string Log);
