using ModelOps.Evaluation;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>A candidate whose predictions are wrong on one slice: the smallest that is judged.</summary>
internal static class WrongSlice
{
    /// <summary>Makes the slice wrong.</summary>
    /// <param name="good">The case.</param>
    /// <param name="isJudged">Whether a gate judges a slice.</param>
    /// <param name="least">Fewest slices that must be judged.</param>
    /// <returns>Null when there are fewer.</returns>
    public static GateCase? In(GateCase good, Func<PredictionSlice, bool> isJudged, int least)
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
