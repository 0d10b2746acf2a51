namespace ModelOps.Mlflow.Wire;

/// <summary>Answer with an experiment.</summary>
internal sealed record ExperimentAnswer(WireExperiment? Experiment);
