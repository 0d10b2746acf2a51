using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;
using ModelOps.Testing;

namespace ModelOps.Faults.Tests.Cells;

/// <summary>Runs one scenario with faults until it ends well, and once more, and says what did not hold.</summary>
/// <param name="subject">The catalogs, in the state that is there before.</param>
/// <param name="scenario">What runs.</param>
internal sealed class CellRunner(FaultSubject subject, Scenario scenario)
{
    private const int MostRuns = 6;
    private const int MostTries = 8;

    private IReadOnlyList<string> _expected = [];

    /// <summary>Ways in which a call can go wrong.</summary>
    public IReadOnlyList<FaultKind> Kinds => subject.Kinds;

    /// <summary>Calls of the run in which nothing goes wrong.</summary>
    public IReadOnlyList<string> CleanCalls { get; private set; } = [];

    /// <summary>Prepares, and runs once without faults: what all other runs have to come to.</summary>
    public async Task BeginAsync()
    {
        await scenario.Prepare(subject);
        subject.Keep();
        subject.Restore();
        Require(await RunAsync(CancellationToken.None));
        CleanCalls = subject.Calls;
        _expected = await FinalState.ReadAsync(subject);
    }

    /// <summary>Runs with faults: the first in the first run; a second, where there is one, in the run that follows.</summary>
    public async Task<Outcome> RunAsync(FaultKind kind, int call, (FaultKind Kind, int Call)? second = null)
    {
        var problems = new List<string>();
        subject.Restore();
        using var stop = new CancellationTokenSource();
        subject.Time.Skew = kind.Skew;
        subject.Arm(kind, call, stop.Cancel);
        var report = await RunAsync(stop.Token);
        var firstExit = (int)report.ExitCode;
        Check(report, problems);
        subject.Time.Skew = -kind.Skew;
        var runs = 1;
        using var stopAgain = new CancellationTokenSource();
        for (; report.ExitCode != ExitCode.Ok && runs < MostRuns; runs++)
        {
            if (kind.EndsWithRun || second is not null)
            {
                subject.Disarm();
            }

            if (runs == 1 && second is { } next)
            {
                subject.Arm(next.Kind, next.Call, stopAgain.Cancel);
            }

            report = await RunAsync(runs == 1 ? stopAgain.Token : CancellationToken.None);
            Check(report, problems);
        }

        var violations = subject.Violations;
        subject.Disarm();
        problems.AddRange(violations);
        if (report.ExitCode != ExitCode.Ok)
        {
            problems.Add($"no end after {runs} runs: {ReleaseLab.Describe(report)}");
        }
        else
        {
            await CheckEndAsync(kind.LeavesEntry || second?.Kind.LeavesEntry == true, problems);
        }

        subject.Time.Skew = TimeSpan.Zero;
        return new(scenario.Name, second is null ? kind.Name : $"{kind.Name}, then {second.Value.Kind} at call {second.Value.Call}", call, runs, firstExit, problems);
    }

    private Task<VerbReport> RunAsync(CancellationToken cancellationToken) => subject.Lab.RunAsync(scenario.Verb, cancellationToken, scenario.Arguments);

    private static void Require(VerbReport report) => Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));

    // A run that failed says so and hands nothing over; what it tried, it tried a bounded number of times.
    private void Check(VerbReport report, List<string> problems)
    {
        if (report.ExitCode != ExitCode.Ok && !report.Diagnostics.Any(finding => finding.Severity == Severity.Error) && report.ExitCode != ExitCode.Cancelled)
        {
            problems.Add($"exit {(int)report.ExitCode} without an error");
        }

        if (report.ExitCode != ExitCode.Ok && report.Result is null && subject.Lab.Host.Outputs.Count > 0)
        {
            problems.Add($"exit {(int)report.ExitCode} with outputs");
        }

        var most = subject.Calls.GroupBy(call => call).Select(calls => (calls.Key, Count: calls.Count())).OrderByDescending(calls => calls.Count).FirstOrDefault();
        var usual = CleanCalls.Count(call => call == most.Key);
        if (most.Count > MostTries * Math.Max(usual, 1))
        {
            problems.Add($"{most.Count} times {most.Key}");
        }
    }

    private async Task CheckEndAsync(bool leavesEntry, List<string> problems)
    {
        if (leavesEntry)
        {
            Require(await RunAsync(CancellationToken.None));
        }

        var ended = await FinalState.ReadAsync(subject);
        ended = leavesEntry ? [.. ended.Where(line => _expected.Contains(line) || !line.StartsWith($"  {scenario.Verb} ", StringComparison.Ordinal)).Distinct()] : ended;
        ended = [.. ended.Where(line => scenario.MayAlsoSay.Length == 0 || !line.StartsWith(scenario.MayAlsoSay, StringComparison.Ordinal) || _expected.Contains(line))];
        if (FinalState.Difference(_expected, ended) is { Length: > 0 } difference)
        {
            problems.Add($"another end:\n{difference}");
        }

        foreach (var environment in subject.Environments)
        {
            var verified = await subject.Lab.RunAsync("history", ("Environment", environment), ("Verify", "true"));
            if (verified.ExitCode != ExitCode.Ok)
            {
                problems.Add($"the ledger of {environment}: {ReleaseLab.Describe(verified)}");
            }
        }

        subject.Disarm();
        var again = await RunAsync(CancellationToken.None);
        if (again.ExitCode != ExitCode.Ok || subject.Writes is [_, ..])
        {
            problems.Add($"the run after it: {ReleaseLab.Describe(again)}, {string.Join(", ", subject.Writes)}");
        }
    }
}
