using ModelOps.Core.Gates.Mutants;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Gates.Data;

/// <summary>Candidates that were evaluated on inputs of another kind than those they were made for.</summary>
internal static class DataMutants
{
    private const string Gate = "data";

    public static IReadOnlyList<Mutant> All { get; } =
    [
        new(
            "drifted-inputs", Gate, "the values of an input are all where the reference has fewest",
            "gates.data.max_psi, and profiles of inputs with a column of several values", Drift),
        new(
            "missing-inputs", Gate, "an input lacks more values than allowed",
            "gates.data.max_missing below 1, and profiles of inputs", LoseValues),
    ];

    private static GateCase? Drift(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good.Model.Gates.Data?.MaxPsi is null)
        {
            return null;
        }

        var (current, reference) = Judged(good).FirstOrDefault(pair => pair.Reference.Shares.Count > 1 && pair.Reference.Shares.Count == pair.Current.Shares.Count);
        if (current is null)
        {
            return null;
        }

        var shares = reference.Shares;
        var rarest = Enumerable.Range(0, shares.Count).MinBy(bin => shares[bin]);
        return Replace(good, current with { Shares = [.. shares.Select((_, bin) => bin == rarest ? 1.0 : 0.0)] });
    }

    // Half of what may still be there is gone too.
    private static GateCase? LoseValues(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good.Model.Gates.Data?.MaxMissing is { } limit and < 1 && Judged(good).Select(pair => pair.Current).FirstOrDefault() is { } column
            ? Replace(good, column with { Missing = (1 + limit) / 2 })
            : null;

    // Columns of both profiles that the gate looks at.
    private static IEnumerable<(ColumnProfile Current, ColumnProfile Reference)> Judged(GateCase good) =>
        from current in good.Candidate.Inputs.Value?.Columns ?? []
        where good.Model.Gates.Data is { } gate && (gate.Columns.Count == 0 || gate.Columns.Contains(current.Name))
        from reference in good.Candidate.Reference.Value?.Columns ?? []
        where reference.Name == current.Name
        select (current, reference);

    private static GateCase Replace(GateCase good, ColumnProfile changed)
    {
        var inputs = good.Candidate.Inputs.Value!;
        var columns = inputs.Columns.Select(column => column.Name == changed.Name ? changed : column);
        return good with { Candidate = good.Candidate with { Inputs = new(inputs with { Columns = [.. columns] }) } };
    }
}
