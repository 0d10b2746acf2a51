using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>Compares the primary metric on slices.</summary>
/// <param name="plan">How models are compared.</param>
/// <param name="collector">Weighs the evidence.</param>
internal sealed class SliceComparer(ComparisonPlan plan, EvidenceCollector collector)
{
    /// <summary>Compares every slice that has enough rows and a value of the metric; names the others.</summary>
    public (IReadOnlyList<ClaimedComparison> Slices, IReadOnlyList<string> Skipped) Compare(PredictionSet challenger, PredictionSet champion, CancellationToken cancellationToken)
    {
        var compared = new List<ClaimedComparison>();
        var skipped = new List<string>();
        foreach (var slice in plan.BySlice ? PredictionSlices.Of(challenger) : [])
        {
            if (slice.Rows.Length < plan.MinSliceRows)
            {
                skipped.Add($"{slice.Name}: {slice.Rows.Length} rows, fewer than {plan.MinSliceRows}");
                continue;
            }

            try
            {
                compared.Add(Compare(challenger.Select(slice.Rows), champion.Select(slice.Rows), slice.Name, cancellationToken));
            }
            catch (ModelOpsException failure)
            {
                skipped.Add($"{slice.Name}: {failure.Diagnostics[0].Message}");
            }
        }

        return (compared, skipped);
    }

    private ClaimedComparison Compare(PredictionSet challenger, PredictionSet champion, string slice, CancellationToken cancellationToken)
    {
        var comparisons = Comparer.AreIdentical(challenger, champion)
            ? EvidenceCollector.Evaluate(challenger, [plan.Metric])
            : collector.Collect(challenger, champion, [], cancellationToken);
        return ClaimedComparison.Primary(plan, comparisons[0], challenger.Count, slice);
    }
}
