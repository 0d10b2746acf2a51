using System.Globalization;
using ModelOps.Evaluation.Classes;

namespace ModelOps.Evaluation.Alignment;

/// <summary>What rows are, whatever a model predicts for them; it has to be the same in the files of both models.</summary>
/// <param name="left">Rows of one model.</param>
/// <param name="right">Rows of the other, with the same classes and columns.</param>
internal sealed class RowFacts(PredictionSet left, PredictionSet right)
{
    // A number that went through single precision, or was written with seven digits, is still the same.
    private const double RelativeError = 1e-6;

    /// <summary>The facts that can differ, each with a test of a row of the one and a row of the other.</summary>
    public IEnumerable<(string Name, Func<int, int, bool> IsSame, Func<int, int, string> Show)> All()
    {
        yield return ("label", (mine, yours) => IsSame(left.Labels[mine], right.Labels[yours]), (mine, yours) => $"{Label(left, mine)} and {Label(right, yours)}");
        if (left.Weights is { } weights && right.Weights is { } otherWeights)
        {
            yield return ("weight", (mine, yours) => IsSame(weights[mine], otherWeights[yours]), (mine, yours) => $"{Number(weights[mine])} and {Number(otherWeights[yours])}");
        }

        if (left.Queries is { } queries && right.Queries is { } otherQueries)
        {
            yield return ("query", SameGroups(queries, otherQueries), (_, _) => "grouped with other rows");
        }

        if (left.Clusters is { } clusters && right.Clusters is { } otherClusters)
        {
            yield return ("cluster", SameGroups(clusters, otherClusters), (_, _) => "grouped with other rows");
        }

        foreach (var (mine, yours) in left.Slices.Zip(right.Slices))
        {
            var spelling = ClassSpelling.Of([.. mine.Values.Concat(yours.Values).Where(value => value.Length > 0)]);
            var (names, others) = (Names(mine, spelling), Names(yours, spelling));
            yield return (
                $"slice {mine.Name}",
                (row, other) => names[mine.Codes[row]] == others[yours.Codes[other]],
                (row, other) => $"'{mine.Values[mine.Codes[row]]}' and '{yours.Values[yours.Codes[other]]}'");
        }
    }

    private static string[] Names(SliceColumn column, ClassSpelling spelling) => [.. column.Values.Select(value => spelling.Canonical(value) ?? value)];

    private static bool IsSame(double mine, double yours) => Math.Abs(mine - yours) <= RelativeError * Math.Max(Math.Abs(mine), Math.Abs(yours));

    // Codes are given in the order in which names turn up, so that the same groups may have other codes.
    private static Func<int, int, bool> SameGroups(int[] left, int[] right)
    {
        var forth = new Dictionary<int, int>();
        var back = new Dictionary<int, int>();
        return (mine, yours) => Pairs(forth, left[mine], right[yours]) && Pairs(back, right[yours], left[mine]);
    }

    private static bool Pairs(Dictionary<int, int> known, int from, int to) => known.TryAdd(from, to) || known[from] == to;

    private static string Label(PredictionSet set, int row) => set.Classes.Count > 0 ? $"'{set.Classes[(int)set.Labels[row]]}'" : Number(set.Labels[row]);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
