using ModelOps.Evaluation;

namespace ModelOps.Core.Reporting.Curves;

/// <summary>How many rows of every class were predicted as which class.</summary>
/// <param name="Classes">The classes; the last one may stand for all that are rare.</param>
/// <param name="Rows">Rows by true class, then by predicted class.</param>
internal sealed record ConfusionMatrix(IReadOnlyList<string> Classes, IReadOnlyList<int[]> Rows)
{
    private const int MaxClasses = 10;

    /// <summary>Counts a set; null when its task has no classes.</summary>
    public static ConfusionMatrix? Of(PredictionSet set)
    {
        if (set.Classes.Count == 0)
        {
            return null;
        }

        var places = Places(set, out var names);
        var matrix = names.Select(_ => new int[names.Count]).ToArray();
        for (var row = 0; row < set.Count; row++)
        {
            matrix[places[(int)set.Labels[row]]][places[(int)set.Predictions[row]]]++;
        }

        return new(names, matrix);
    }

    // The most frequent classes have a place of their own, in the order of the classes; the others share the last.
    private static int[] Places(PredictionSet set, out IReadOnlyList<string> names)
    {
        if (set.Classes.Count <= MaxClasses)
        {
            names = set.Classes;
            return [.. Enumerable.Range(0, set.Classes.Count)];
        }

        var counts = new int[set.Classes.Count];
        foreach (var label in set.Labels)
        {
            counts[(int)label]++;
        }

        var shown = Enumerable.Range(0, counts.Length).OrderByDescending(code => counts[code]).Take(MaxClasses - 1).Order().ToList();
        names = [.. shown.Select(code => set.Classes[code]), $"{counts.Length - shown.Count} other classes"];
        return [.. Enumerable.Range(0, counts.Length).Select(code => shown.IndexOf(code) is >= 0 and var place ? place : shown.Count)];
    }
}
