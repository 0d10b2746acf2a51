namespace ModelOps.Core.Verbs.Test;

/// <summary>One stage.</summary>
/// <param name="Suite">Suite.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Status">planned, passed, failed, could not run, or not run.</param>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed.</param>
/// <param name="Skipped">Tests that were skipped.</param>
/// <param name="Seconds">How long the stage took.</param>
/// <param name="Command">Program and arguments.</param>
/// <param name="Isolation">
/// What the command was kept from, in a build that is not trusted: processes (those of the step, and whatever it starts ends with it), environment (of the
/// step's processes) or none; empty in other builds.
/// </param>
public sealed record StageRow(string Suite, string Stage, string Status, int Passed, int Failed, int Skipped, double Seconds, string Command, string Isolation = "");
