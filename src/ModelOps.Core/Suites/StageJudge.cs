using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Processes;
using ModelOps.Core.Suites.Results;

namespace ModelOps.Core.Suites;

/// <summary>Decides what became of a stage that ran.</summary>
/// <param name="plan">The stage.</param>
/// <param name="ended">How its command ended.</param>
/// <param name="seconds">How long it took.</param>
/// <param name="places">Finds places of failures.</param>
internal sealed class StageJudge(StagePlan plan, ProcessResult ended, double seconds, TestPlace places)
{
    /// <summary>Failed tests that get a finding of their own; the JUnit file has all.</summary>
    public const int MaxFindings = 500;

    private const int MaxMessage = 500;

    private string Command => $"the command of stage '{plan.FullName}' ('{plan.Words[0]}')";

    /// <summary>Judges by the results and the exit code.</summary>
    /// <param name="results">What the tests said; null when nothing was written.</param>
    public StageReport Judge(TestResults? results)
    {
        if (plan.IsEntryPoint)
        {
            results = new([new("", plan.Name, ended is { TimedOut: false, ExitCode: 0 } ? TestStatus.Passed : TestStatus.Failed, seconds) { Message = HowItEnded }]);
        }

        results = results is null ? null : results with { Cases = [.. results.Cases.Select(Locate)] };
        var findings = results is null || plan.IsEntryPoint ? [] : Failures(results).ToList();
        var ran = results is null ? 0 : results.Passed + results.Failed;
        var status = (results, ended) switch
        {
            (_, { TimedOut: true }) => Add(findings, StageStatus.Failed, TestDiagnostics.StageTimedOut.At($"{Sentence(Command)} {HowItEnded}.")),
            _ when ran == 0 && (plan.PromisesResults || results is not null) => Add(findings, StageStatus.CouldNotRun, TestDiagnostics.NoTests.At(
                $"{Sentence(Command)} ran no test{(results is null ? $" and wrote no results to '{plan.ResultsFile}'" : "")}; it {HowItEnded}.")),
            ({ Failed: > 0 }, _) when findings.Count > 0 => StageStatus.Failed,
            (_, { ExitCode: not 0 }) => Add(findings, StageStatus.Failed, TestDiagnostics.CommandFailed.At($"{Sentence(Command)} {HowItEnded}.")),
            _ => StageStatus.Passed,
        };
        return new(plan, status) { Results = results ?? new([]), Seconds = seconds, Diagnostics = findings };
    }

    /// <summary>Judges a stage whose results cannot be read. One that was ended in the middle is not blamed for half a file.</summary>
    public StageReport Refuse(RefusedResultsException refused) => ended.TimedOut
        ? Judge(null)
        : new(plan, StageStatus.CouldNotRun)
        {
            Seconds = seconds,
            Diagnostics = [TestDiagnostics.ResultsUnreadable.At($"The file of results of stage '{plan.FullName}' {refused.Message}; the command {HowItEnded}.", new(plan.ResultsFile))],
        };

    private string HowItEnded => ended.TimedOut
        ? $"was not done after {plan.Timeout.TotalSeconds:0} seconds and was ended with all that it had started"
        : $"ended with exit code {ended.ExitCode}";

    private IEnumerable<Diagnostic> Failures(TestResults results)
    {
        var failed = results.Cases.Where(test => test.Status == TestStatus.Failed).ToList();
        foreach (var test in failed.Take(MaxFindings))
        {
            var why = test.Headline.Length == 0 ? "" : $": {test.Headline}";
            yield return TestDiagnostics.TestFailed.At(
                Shorten($"{plan.FullName}: {test.FullName} failed{why}"), test.File is { } file ? new(file, test.Line) : null);
        }

        var more = results.UnnamedFailed + Math.Max(0, failed.Count - MaxFindings);
        if (more > 0)
        {
            yield return TestDiagnostics.TestFailed.At($"{plan.FullName}: {more} more tests failed.");
        }
    }

    private TestCase Locate(TestCase test) => test.Status == TestStatus.Failed && places.Find(test) is { } place
        ? test with { File = place.File, Line = place.Line }
        : test with { File = null, Line = 0 };

    private static StageStatus Add(List<Diagnostic> findings, StageStatus status, Diagnostic finding)
    {
        findings.Add(finding);
        return status;
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Shorten(string text) => text.Length <= MaxMessage ? text : text[..MaxMessage] + "…";
}
