namespace ModelOps.Sandbox.Experiments;

/// <summary>Identity of an experiment that was made.</summary>
internal sealed record CreatedExperiment(string ExperimentId);
