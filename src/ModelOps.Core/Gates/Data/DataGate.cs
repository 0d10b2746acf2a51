using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Gates.Data;

/// <summary>The inputs that the model was judged on look like those it is meant for: else every other verdict is about something else.</summary>
internal sealed class DataGate : IGate
{
    private readonly GateChecks _checks = new("data");

    public string Name => _checks.Gate;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
    {
        if (subject.Model.Gates.Data is not { } limits)
        {
            return GateChecks.Only(_checks.NotJudged("data", GateChecks.NothingAsked));
        }

        var (inputs, reference) = (subject.Candidate.Inputs, subject.Candidate.Reference);
        return (inputs.Value, reference.Value) switch
        {
            (null, _) => GateChecks.Only(_checks.CouldNotRun("inputs", inputs.ProblemOr("The inputs were not read."))),
            (_, null) => GateChecks.Only(_checks.CouldNotRun("reference", reference.ProblemOr("The reference was not read."))),
            ({ Rows: 0 }, _) => GateChecks.Only(_checks.CouldNotRun("inputs", "The inputs have no rows.")),
            ({ } current, { } like) => new(CheckList.Bound([.. Columns(limits, current, like)])),
        };
    }

    // The worst first: of a wide table only the first columns are shown.
    private IEnumerable<GateCheck> Columns(DataGateSection limits, DataProfile inputs, DataProfile reference)
    {
        var names = limits.Columns.Count > 0 ? limits.Columns : [.. reference.Columns.Select(column => column.Name)];
        return names.SelectMany(name => Column(limits, name, Find(inputs, name), Find(reference, name)))
            .OrderByDescending(judged => judged.Badness)
            .Select(judged => judged.Check)
            .DefaultIfEmpty(_checks.CouldNotRun("reference", "The reference has no columns."));
    }

    private IEnumerable<(double Badness, GateCheck Check)> Column(DataGateSection limits, string name, ColumnProfile? current, ColumnProfile? reference)
    {
        if (reference is null)
        {
            yield return (double.PositiveInfinity, _checks.CouldNotRun(name, "The reference has no such column: correct the name, or make the reference again."));
            yield break;
        }

        if (current is null)
        {
            yield return (double.PositiveInfinity, _checks.Failed(name, "The column is in the reference and not in the inputs: judge the model on inputs that have it.", "none", "a column"));
            yield break;
        }

        if (limits.MaxPsi is not null && !HasBinsOf(reference, current))
        {
            yield return (double.PositiveInfinity, _checks.CouldNotRun($"{name} psi", "The inputs were not cut into the bins of the reference: make the reference again."));
        }
        else if (limits.MaxPsi is { } most)
        {
            var index = PopulationStability.Compute(reference, current);
            yield return (Ratio(index, most), _checks.Within($"{name} psi", index, new(null, most, Rounding: GateChecks.Rounding), "", "The values are distributed unlike the reference: judge the model on current data, or make the reference again."));
        }

        if (limits.MaxMissing is { } share)
        {
            yield return (Ratio(current.Missing, share), _checks.Within($"{name} missing", current.Missing, new(null, share), "", $"More rows lack a value than allowed; in the reference {GateText.Number(reference.Missing)}: find out where they were lost."));
        }
    }

    private static bool HasBinsOf(ColumnProfile reference, ColumnProfile current) =>
        reference.Edges.SequenceEqual(current.Edges) && reference.Categories.SequenceEqual(current.Categories, StringComparer.Ordinal);

    private static double Ratio(double value, double limit) => double.IsFinite(value) ? value / Math.Max(limit, double.Epsilon) : double.PositiveInfinity;

    private static ColumnProfile? Find(DataProfile profile, string name) => profile.Columns.FirstOrDefault(column => column.Name == name);
}
