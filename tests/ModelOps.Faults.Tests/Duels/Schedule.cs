namespace ModelOps.Faults.Tests.Duels;

/// <summary>Who has a turn when: five for each of two runs.</summary>
/// <param name="Order">Which of the two, turn by turn.</param>
/// <param name="First">Calls of the first run in each of its turns.</param>
/// <param name="Second">Those of the second.</param>
internal sealed record Schedule(string Order, IReadOnlyList<int> First, IReadOnlyList<int> Second)
{
    private const int Turns = 5;

    /// <summary>All 252 orders of ten turns, where each turn ends being drawn.</summary>
    /// <param name="first">Calls of the first run that are ordered.</param>
    /// <param name="second">Those of the second.</param>
    /// <param name="draw">Draws.</param>
    public static IEnumerable<Schedule> All(int first, int second, Random draw) =>
        Enumerable.Range(0, 1 << (2 * Turns))
            .Where(bits => int.PopCount(bits) == Turns)
            .Select(bits => new Schedule(
                string.Concat(Enumerable.Range(0, 2 * Turns).Select(turn => (bits >> turn & 1) == 0 ? 'A' : 'B')), Cut(first, draw), Cut(second, draw)));

    /// <inheritdoc />
    public override string ToString() => $"{Order} (A: {string.Join(' ', First)}; B: {string.Join(' ', Second)})";

    private static IReadOnlyList<int> Cut(int calls, Random draw)
    {
        int[] ends = [.. Enumerable.Range(0, Turns - 1).Select(_ => draw.Next(calls + 1)).Order(), calls];
        return [.. ends.Select((end, turn) => turn == 0 ? end : end - ends[turn - 1])];
    }
}
