namespace ModelOps.Core.Gates;

/// <summary>Writes the checks of one gate.</summary>
/// <param name="gate">Name of the gate.</param>
internal sealed class GateChecks(string gate)
{
    /// <summary>What a gate says that modelops.yml asks nothing of.</summary>
    public const string NothingAsked = "Nothing is asked for in modelops.yml.";

    /// <summary>What a gate says that modelops.yml switches off.</summary>
    public const string SwitchedOff = "Switched off in modelops.yml.";

    /// <summary>Differences carry the rounding of what they are taken from: 0.9 - 0.84 is above 0.06.</summary>
    public const double Rounding = 1e-12;

    /// <summary>Name of the gate.</summary>
    public string Gate => gate;

    public GateCheck Passed(string check, string value = "", string limit = "", string previous = "", string message = "") =>
        new(gate, GateText.Name(check), GateStatus.Passed, value, limit, previous, message);

    public GateCheck Failed(string check, string message, string value = "", string limit = "", string previous = "") =>
        new(gate, GateText.Name(check), GateStatus.Failed, value, limit, previous, message);

    public GateCheck NotEnoughEvidence(string check, string message, string value = "", string limit = "", string previous = "") =>
        new(gate, GateText.Name(check), GateStatus.NotEnoughEvidence, value, limit, previous, message);

    public GateCheck CouldNotRun(string check, string message) => new(gate, GateText.Name(check), GateStatus.CouldNotRun, "", "", "", message);

    public GateCheck NotJudged(string check, string message, string value = "", string limit = "", string previous = "") =>
        new(gate, GateText.Name(check), GateStatus.NotJudged, value, limit, previous, message);

    /// <summary>A number beside its limits; a number that is one of them passes, one that is not finite cannot be judged.</summary>
    /// <param name="check">What was looked at.</param>
    /// <param name="value">The number.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="previous">The champion's value.</param>
    /// <param name="advice">What to do when the number is outside.</param>
    public GateCheck Within(string check, double value, GateLimits limits, string previous, string advice)
    {
        if (!double.IsFinite(value))
        {
            return CouldNotRun(check, "The value is not defined on what was judged: evaluate on more rows, or choose another metric.");
        }

        var text = GateText.Beside(limits.Snap(value), limits.Min, limits.Max) + limits.Unit;
        return limits.Hold(value) ? Passed(check, text, limits.Text, previous) : Failed(check, advice, text, limits.Text, previous);
    }

    /// <summary>The champion's value in an earlier validation; empty when there is none.</summary>
    public string Earlier(GateCase subject, string check) => subject.Champion?.EarlierValues.GetValueOrDefault($"{gate}/{check}") ?? "";

    /// <summary>A report of a single check.</summary>
    public static GateReport Only(GateCheck check) => new([check]);
}
