using ModelOps.Evaluation;
using ModelOps.Evaluation.Slicing;

namespace ModelOps.Core.Gates;

/// <summary>Slices that gates judge.</summary>
internal static class GateSlices
{
    /// <summary>Slices by some columns of modelops.yml, and a check for each column that the predictions lack.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <param name="columns">Columns, as a name or <c>name:bins(…)</c>.</param>
    /// <param name="checks">Writes the checks.</param>
    public static (IReadOnlyList<PredictionSlice> Slices, List<GateCheck> Missing) Of(PredictionSet predictions, IReadOnlyList<string> columns, GateChecks checks)
    {
        var names = columns.SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        var missing = names.Where(name => predictions.Slices.All(column => column.Name != name))
            .Select(name => checks.CouldNotRun(name, "The predictions have no such column: let the command write it, or correct the name."));
        return ([.. PredictionSlices.Of(predictions).Where(slice => names.Contains(slice.Column))], [.. missing]);
    }

    /// <summary>Names of the columns in an entry of modelops.yml, without their bins.</summary>
    public static IEnumerable<string> NamesOf(string entry) =>
        SliceSpec.Split(entry).Select(text => SliceSpec.TryParse(text, out var spec) ? spec.Column : text);

    /// <summary>The champion's predictions when they are about the same rows.</summary>
    public static PredictionSet? Aligned(GateCase subject) =>
        subject.Champion?.Predictions.Value is { } champion && champion.Count == subject.Candidate.Predictions.Value?.Count ? champion : null;
}
