namespace ModelOps.Abstractions.Text;

/// <summary>Finds the name a misspelt one was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The end of a message: a question for the nearest candidate, or nothing when none is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) => For(name, candidates) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>The nearest candidate by edit distance, or null when none is near or several are equally near: a guess among them helps nobody.</summary>
    public static string? For(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, Math.Min(name.Length, 64) / 3);
        var nearest = candidates
            .Distinct(StringComparer.Ordinal)
            .Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= limit)
            .GroupBy(pair => pair.distance, pair => pair.candidate)
            .MinBy(group => group.Key);
        return nearest?.Skip(1).Any() == false ? nearest.First() : null;
    }

    // Edit distance in which two swapped neighbours count once; names longer than a screen line are never a near miss.
    internal static int Distance(string left, string right)
    {
        if (left.Length > 140 || right.Length > 140)
        {
            return int.MaxValue;
        }

        var beforeLast = new int[right.Length + 1];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var substitution = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(substitution, 1 + Math.Min(previous[column], current[column - 1]));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    current[column] = Math.Min(current[column], 1 + beforeLast[column - 2]);
                }
            }

            (beforeLast, previous) = (previous, current);
        }

        return previous[^1];
    }
}
