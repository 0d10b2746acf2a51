using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Gates;

/// <summary>Keeps tables readable: of many checks the worst are shown, and what is left out is counted with its status.</summary>
internal static class CheckList
{
    /// <summary>Most checks of a gate that are shown.</summary>
    public const int MaxShown = 40;

    private static readonly GateStatus[] WorstFirst =
        [GateStatus.Failed, GateStatus.CouldNotRun, GateStatus.NotEnoughEvidence, GateStatus.Passed, GateStatus.NotJudged];

    /// <summary>The checks, or the worst of them and one line for the rest.</summary>
    /// <param name="checks">Checks of one gate, in the order in which they are shown.</param>
    public static IReadOnlyList<GateCheck> Bound(IReadOnlyList<GateCheck> checks)
    {
        if (checks.Count <= MaxShown)
        {
            return checks;
        }

        var sorted = checks.OrderBy(check => Array.IndexOf(WorstFirst, check.Status)).ToList();
        var rest = sorted[(MaxShown - 1)..];
        var counts = rest.CountBy(check => check.Status).Select(pair => $"{pair.Value} {ChoiceText.Of(pair.Key)}");
        return
        [
            .. sorted[..(MaxShown - 1)],
            new(rest[0].Gate, GateText.Count(rest.Count, "more check", "more checks"), rest[0].Status, "", "", "", $"Not shown: {string.Join(", ", counts)}."),
        ];
    }
}
