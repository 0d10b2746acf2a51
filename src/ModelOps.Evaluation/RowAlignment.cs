using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Alignment;

namespace ModelOps.Evaluation;

/// <summary>Brings the predictions of two models about the same rows into one order.</summary>
internal static class RowAlignment
{
    private const int Examples = 5;

    /// <summary>Aligns by key, or by order where there are no keys.</summary>
    /// <param name="challenger">Predictions of the challenger, whose order counts.</param>
    /// <param name="champion">Predictions of the champion, read with the same columns.</param>
    /// <param name="challengerName">What the challenger is called in messages.</param>
    /// <param name="championName">What the champion is called in messages.</param>
    /// <returns>Both sets with the same rows, classes, labels, weights and slices.</returns>
    /// <exception cref="ModelOpsException">They are not about the same rows (MOP6004, exit 2).</exception>
    public static (PredictionSet Challenger, PredictionSet Champion) Align(
        PredictionSet challenger, PredictionSet champion, string challengerName, string championName)
    {
        var problems = new List<string>();
        if (ClassUnion.Of(challenger, champion) is not { } classes)
        {
            throw Differ([$"The classes of {challengerName} are '{string.Join("', '", challenger.Classes)}', those of {championName} '{string.Join("', '", champion.Classes)}'."]);
        }

        (challenger, champion) = (ClassUnion.Recode(challenger, classes), ClassUnion.Recode(champion, classes));
        var order = FindOrder(challenger, champion, challengerName, championName, problems);
        if (order.Length > 0)
        {
            problems.AddRange(new RowFacts(challenger, champion).All().SelectMany(fact => Compare(fact, challenger, order, challengerName, championName)));
        }

        if (problems.Count > 0)
        {
            throw Differ(problems);
        }

        return (challenger, champion.Select(order) with
        {
            Labels = challenger.Labels,
            Weights = challenger.Weights,
            Keys = challenger.Keys,
            Queries = challenger.Queries,
            Clusters = challenger.Clusters,
            Slices = challenger.Slices,
        });
    }

    /// <summary>Refuses predictions in which a key names several rows.</summary>
    /// <param name="set">The predictions.</param>
    /// <param name="name">What they are called in messages.</param>
    /// <exception cref="ModelOpsException">A key is there twice (MOP6004, exit 2).</exception>
    public static void RequireUniqueKeys(PredictionSet set, string name)
    {
        if (set.Keys is { } keys && DescribeRepeated(keys, new(keys), name) is { } problem)
        {
            throw Differ([problem]);
        }
    }

    // Place of every row of the challenger among those of the champion, -1 where it has none; empty when nothing can be said about rows.
    private static int[] FindOrder(PredictionSet challenger, PredictionSet champion, string challengerName, string championName, List<string> problems)
    {
        if (challenger.Keys is not { } mine || champion.Keys is not { } yours)
        {
            if (challenger.Count == champion.Count)
            {
                return [.. Enumerable.Range(0, challenger.Count)];
            }

            problems.Add($"{challengerName} has {challenger.Count} rows, {championName} {champion.Count}; without a column of keys rows go by their order.");
            return [];
        }

        var (myIndex, yourIndex) = (new KeyIndex(mine), new KeyIndex(yours));
        var order = yourIndex.Find(mine);
        if ((Array.Exists(order, place => place < 0) || mine.Count != yours.Count) && NumberKeys.Of(mine, yours) is var (left, right, ours, theirs))
        {
            (myIndex, yourIndex, mine, yours, order) = (left, right, ours, theirs, right.Find(ours));
        }

        var missing = Enumerable.Range(0, mine.Count).Where(row => order[row] < 0).ToList();
        var extra = Enumerable.Range(0, yours.Count).Where(row => myIndex.Find(yours[row]) < 0).ToList();
        problems.AddRange(new[]
        {
            DescribeRepeated(mine, myIndex, challengerName),
            DescribeRepeated(yours, yourIndex, championName),
            Describe(mine, missing, $"of {challengerName} that {championName} lacks"),
            Describe(yours, extra, $"of {championName} that {challengerName} lacks"),
        }.OfType<string>());
        return order;
    }

    private static IEnumerable<string> Compare(
        (string Name, Func<int, int, bool> IsSame, Func<int, int, string> Show) fact, PredictionSet challenger, int[] order, string challengerName, string championName)
    {
        var differing = Enumerable.Range(0, order.Length).Where(row => order[row] >= 0 && !fact.IsSame(row, order[row])).ToList();
        if (differing.Count > 0)
        {
            var examples = differing.Take(Examples).Select(row => $"{RowName(challenger, row)} ({fact.Show(row, order[row])})");
            yield return $"Rows with another {fact.Name} in {challengerName} than in {championName}: {differing.Count}, such as {string.Join(", ", examples)}.";
        }
    }

    private static string RowName(PredictionSet set, int row) => set.Keys is { } keys ? $"key {Show(keys, row)}" : $"row {row + 1}";

    private static string? DescribeRepeated(RowKeys keys, KeyIndex index, string name) => Describe(keys, index.Repeated, $"that {name} has more than once");

    private static string? Describe(RowKeys keys, IReadOnlyList<int> rows, string what) => rows.Count == 0
        ? null
        : $"Keys {what}: {rows.Count}, such as {string.Join(", ", rows.Take(Examples).Select(row => Show(keys, row)))}.";

    private static string Show(RowKeys keys, int row) => RowProblems.Show(Encoding.UTF8.GetString(keys[row]));

    private static ModelOpsException Differ(IReadOnlyList<string> problems) =>
        new(ExitCode.BadInput, [.. problems.Take(RowProblems.Most).Select(problem => EvaluationDiagnostics.KeysDiffer.At(problem))]);
}
