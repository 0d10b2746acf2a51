using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Fairness;

/// <summary>Candidates that fail one group, which the whole may hide.</summary>
internal static class FairnessMutants
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "unfair-group", "fairness", "predictions are wrong on one group: the smallest that is judged",
            "gates.fairness, and two groups with enough rows", Disadvantage),
    ];

    private static GateCase? Disadvantage(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good.Model.Gates.Fairness.Select(gate => Disadvantage(good, gate)).FirstOrDefault(found => found is not null);

    private static GateCase? Disadvantage(GateCase good, FairnessGateSection gate)
    {
        var columns = GateSlices.NamesOf(gate.Groups).ToList();
        return WrongSlice.In(good, slice => columns.Contains(slice.Column) && slice.Rows.Length >= gate.MinRows, least: 2);
    }
}
