using ModelOps.Core.Gates.Mutants;

namespace ModelOps.Core.Gates.Slices;

/// <summary>Candidates that fail one slice, which the whole may hide.</summary>
internal static class SliceMutants
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "inverted-slice", "slices", "predictions are wrong on one slice: the smallest that is judged",
            "gates.slices, and a slice with enough rows", Invert),
    ];

    private static GateCase? Invert(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good.Model.Gates.Slices is not { } gate)
        {
            return null;
        }

        var columns = gate.By.SelectMany(GateSlices.NamesOf).ToList();
        return WrongSlice.In(good, slice => columns.Contains(slice.Column) && slice.Rows.Length >= gate.MinRows, least: 1);
    }
}
