using ModelOps.Abstractions.Diagnostics;
using ModelOps.Faults.Tests.Cells;
using ModelOps.Testing;

namespace ModelOps.Faults.Tests.Duels;

/// <summary>Runs two calls in an order that is decided, and says what did not hold.</summary>
/// <param name="subject">The catalogs.</param>
/// <param name="duel">The two calls.</param>
internal sealed class DuelRunner(FaultSubject subject, Duel duel)
{
    // What is read before the alias is looked at for the last time is read again by nobody.
    private const int BeforeTheMove = 5;

    private static readonly ExitCode[] Ends = [ExitCode.Ok, ExitCode.StateMoved, ExitCode.GateFailed];

    /// <summary>Calls of each run, and those of them that are ordered.</summary>
    public ((int All, int Ordered) First, (int All, int Ordered) Second) Calls { get; private set; }

    /// <summary>Prepares, and counts the calls of both.</summary>
    public async Task BeginAsync()
    {
        await duel.Prepare(subject);
        subject.Keep();
        Calls = (await CountAsync(duel.First), await CountAsync(duel.Second));
    }

    /// <summary>Runs both.</summary>
    /// <param name="schedule">The order.</param>
    /// <param name="dies">Whether the first is killed after its third turn.</param>
    public async Task<Outcome> RunAsync(Schedule schedule, bool dies)
    {
        subject.Restore();
        var (first, second) = (subject.Begin(duel.First, "a"), subject.Begin(duel.Second, "b"));
        await first.StepAsync(Calls.First.All - Calls.First.Ordered);
        await second.StepAsync(Calls.Second.All - Calls.Second.Ordered);
        var (taken, others) = (0, 0);
        foreach (var turn in schedule.Order)
        {
            if (turn == 'A' && dies && taken == 3)
            {
                await first.KillAsync();
            }

            await (turn == 'A' ? first.StepAsync(schedule.First[taken++]) : second.StepAsync(schedule.Second[others++]));
        }

        var reports = new[] { await first.EndAsync(), await second.EndAsync() };
        var problems = new List<string>(subject.Violations);
        problems.AddRange(reports.Skip(dies ? 1 : 0).Where(report => !Ends.Contains(report.ExitCode)).Select(ReleaseLab.Describe));
        subject.Disarm();
        var check = new DuelCheck(subject, isOrdered: !duel.GoesBack && (subject.MovesAtomically || !(dies || reports.Any(report => report.ExitCode == ExitCode.StateMoved))), mayLeaveEntries: dies);
        await CheckAsync(check, problems);
        return new(duel.Name, dies ? "the first is killed" : "both end", 0, 2, (int)reports[1].ExitCode, [.. problems.Select(problem => $"{schedule}: {problem}")]);
    }

    private async Task<(int All, int Ordered)> CountAsync(Scenario scenario)
    {
        subject.Restore();
        await subject.Lab.DoAsync<object>(scenario.Verb, scenario.Arguments);
        var calls = subject.Calls;
        var move = calls.ToList().FindIndex(call => call.Contains("registered-models/alias", StringComparison.Ordinal) || call == "MoveAliasAsync");
        return (calls.Count, calls.Count - Math.Max(move - BeforeTheMove, 0));
    }

    // Each is run again, as whoever started it would: then nothing is half done, and the ledger knows where the alias is.
    private async Task CheckAsync(DuelCheck check, List<string> problems)
    {
        foreach (var scenario in (Scenario[])[duel.First, duel.Second])
        {
            var report = await subject.Lab.RunAsync(scenario.Verb, scenario.Arguments);
            if (!Ends.Contains(report.ExitCode))
            {
                problems.Add($"again: {ReleaseLab.Describe(report)}");
            }
        }

        problems.AddRange(subject.Violations);
        problems.AddRange(await check.FindAsync());
    }
}
