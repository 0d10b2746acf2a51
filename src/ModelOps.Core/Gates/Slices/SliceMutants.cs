using ModelOps.Core.Configuration.Gates;
using ModelOps.Core.Gates.Slices;
using ModelOps.Evaluation;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>Candidates that fail some of the rows, which the whole may hide.</summary>
internal static class SliceMutants
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "inverted-slice", "slices", "predictions are wrong on one slice: the smallest that is judged",
            "gates.slices, and a slice with enough rows", Invert),
        new(
            "unfair-group", "fairness", "predictions are wrong on one group: the smallest that is judged",
            "gates.fairness, and two groups with enough rows", Disadvantage),
    ];

    private static GateCase? Invert(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good.Model.Gates.Slices is not { } gate)
        {
            return null;
        }

        var columns = gate.By.SelectMany(GateSlices.NamesOf).ToList();
        return MakeWrong(good, slice => columns.Contains(slice.Column) && slice.Rows.Length >= gate.MinRows, least: 1);
    }

    private static GateCase? Disadvantage(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good.Model.Gates.Fairness.Select(gate => Disadvantage(good, gate)).FirstOrDefault(found => found is not null);

    private static GateCase? Disadvantage(GateCase good, FairnessGateSection gate)
    {
        var columns = GateSlices.NamesOf(gate.Groups).ToList();
        return MakeWrong(good, slice => columns.Contains(slice.Column) && slice.Rows.Length >= gate.MinRows, least: 2);
    }

    private static GateCase? MakeWrong(GateCase good, Func<PredictionSlice, bool> isJudged, int least)
    {
        if (good.Candidate.Predictions.Value is not { } set)
        {
            return null;
        }

        var judged = PredictionSlices.Of(set).Where(isJudged).ToList();
        return judged.Count >= least
            ? good with { Candidate = good.Candidate with { Predictions = new(WrongRows.In(set, judged.MinBy(slice => slice.Rows.Length)!.Rows)) } }
            : null;
    }
}
