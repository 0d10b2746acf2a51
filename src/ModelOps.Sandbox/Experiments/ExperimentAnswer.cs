namespace ModelOps.Sandbox.Experiments;

/// <summary>One experiment.</summary>
internal sealed record ExperimentAnswer(WireExperiment Experiment);
