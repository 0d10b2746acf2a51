using ModelOps.Core.Gates;

namespace ModelOps.Core.Tests.Gates.Drill;

/// <summary>A gate on predictions as somebody could add it: they take as many different values as asked for.</summary>
internal sealed class SpreadGate(int least) : IGate
{
    private readonly GateChecks _checks = new("spread");

    public string Name => _checks.Gate;

    public bool JudgesEvaluationOnly => true;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken) => subject.Candidate.Predictions.Value is { } predictions
        ? GateChecks.Only(_checks.Within("values", predictions.Predictions.Distinct().Count(), new(least, null), "", "Look at the training."))
        : GateChecks.Only(_checks.CouldNotRun("values", MetricValue.Missing(subject.Candidate.Predictions)));
}
