using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Gates;

/// <summary>Runs gates. Each has its say, whatever the others said; one that fails to run is never a pass.</summary>
internal static class GateRunner
{
    /// <summary>Runs all gates.</summary>
    public static GateReport Run(GateCase subject, CancellationToken cancellationToken) => Run(GateSet.All, subject, cancellationToken);

    /// <summary>Runs some gates.</summary>
    public static GateReport Run(IReadOnlyList<IGate> gates, GateCase subject, CancellationToken cancellationToken)
    {
        var reports = new List<GateReport>();
        foreach (var gate in gates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reports.Add(Run(gate, subject, cancellationToken));
        }

        return new([.. reports.SelectMany(report => report.Checks)], reports.Select(report => report.Comparison).FirstOrDefault(comparison => comparison is not null));
    }

    private static GateReport Run(IGate gate, GateCase subject, CancellationToken cancellationToken)
    {
        try
        {
            var report = gate.Judge(subject, cancellationToken);
            return report.Checks.Count > 0 ? report : CouldNotRun(gate, "The gate judged nothing.");
        }
        catch (ModelOpsException failure)
        {
            return CouldNotRun(gate, failure.Line);
        }
    }

    private static GateReport CouldNotRun(IGate gate, string message) => GateChecks.Only(new GateChecks(gate.Name).CouldNotRun(gate.Name, message));
}
