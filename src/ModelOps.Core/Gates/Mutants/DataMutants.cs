using ModelOps.Core.Configuration.Gates;
using ModelOps.Core.Evaluation.Profiles;

namespace ModelOps.Core.Gates.Mutants;

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
            "gates.data.max_missing below 1, and a profile of inputs", LoseValues),
    ];

    private static GateCase? Drift(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken)
    {
        if (good is not { Model.Gates.Data: { MaxPsi: not null } gate, Candidate.Inputs.Value: { } inputs, Candidate.Reference.Value: { } reference })
        {
            return null;
        }

        var pair = Judged(gate, inputs)
            .Select(column => (Column: column, Reference: reference.Columns.FirstOrDefault(candidate => candidate.Name == column.Name)))
            .FirstOrDefault(pair => pair.Reference is { Shares.Count: > 1 } && pair.Reference.Shares.Count == pair.Column.Shares.Count);
        if (pair.Reference is not { Shares: var shares })
        {
            return null;
        }

        var rarest = Enumerable.Range(0, shares.Count).MinBy(bin => shares[bin]);
        return Replace(good, inputs, pair.Column with { Shares = [.. shares.Select((_, bin) => bin == rarest ? 1.0 : 0.0)] });
    }

    // Half of what may still be there is gone too.
    private static GateCase? LoseValues(GateCase good, MutantWorkspace workspace, CancellationToken cancellationToken) =>
        good is { Model.Gates.Data: { MaxMissing: { } limit and < 1 } gate, Candidate.Inputs.Value: { } inputs } && Judged(gate, inputs).FirstOrDefault() is { } column
            ? Replace(good, inputs, column with { Missing = (1 + limit) / 2 })
            : null;

    private static IEnumerable<ColumnProfile> Judged(DataGateSection gate, DataProfile inputs) =>
        inputs.Columns.Where(column => gate.Columns.Count == 0 || gate.Columns.Contains(column.Name));

    private static GateCase Replace(GateCase good, DataProfile inputs, ColumnProfile changed)
    {
        var columns = inputs.Columns.Select(column => column.Name == changed.Name ? changed : column);
        return good with { Candidate = good.Candidate with { Inputs = new(inputs with { Columns = [.. columns] }) } };
    }
}
