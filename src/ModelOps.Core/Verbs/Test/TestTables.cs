using ModelOps.Abstractions.Text;
using ModelOps.Core.Processes;
using ModelOps.Core.Suites;
using ModelOps.Core.Suites.Results;

namespace ModelOps.Core.Verbs.Test;

/// <summary>Sums up the reports of all stages as the verb's outputs.</summary>
internal static class TestTables
{
    private const int MaxFailed = 100;
    private const int MaxSlow = 10;
    private const int MaxMessage = 200;

    /// <summary>Outputs of a call.</summary>
    /// <param name="reports">All stages that were selected.</param>
    /// <param name="directory">Directory relative to which files are named.</param>
    public static TestResult Create(IReadOnlyList<StageReport> reports, string directory)
    {
        var (passed, failed, skipped) = (
            reports.Sum(report => report.Results.Passed), reports.Sum(report => report.Results.Failed), reports.Sum(report => report.Results.Skipped));
        var tests = reports.SelectMany(report => report.Results.Cases, (report, test) => (Stage: report.Plan.FullName, Test: test)).ToList();
        return new()
        {
            Total = passed + failed + skipped,
            Passed = passed,
            Failed = failed,
            Skipped = skipped,
            Seconds = Round(reports.Sum(report => report.Seconds)),
            Stages = [.. reports.Select(Row)],
            FailedTests =
            [
                .. tests.Where(pair => pair.Test.Status == TestStatus.Failed).Take(MaxFailed).Select(pair => new FailedTestRow(
                    pair.Stage, pair.Test.FullName, Bounded(pair.Test.Headline), Relative(directory, pair.Test.File), pair.Test.Line > 0 ? pair.Test.Line : null)),
            ],
            SlowestTests =
            [
                .. tests.Where(pair => pair.Test.Seconds > 0).OrderByDescending(pair => pair.Test.Seconds).Take(MaxSlow)
                    .Select(pair => new SlowTestRow(pair.Stage, pair.Test.FullName, Round(pair.Test.Seconds))),
            ],
        };
    }

    private static StageRow Row(StageReport report) => new(
        report.Plan.Suite,
        report.Plan.Name,
        new InputName(report.Status.ToString()).Kebab.Replace('-', ' '),
        report.Results.Passed,
        report.Results.Failed,
        report.Results.Skipped,
        Round(report.Seconds),
        CommandText.Join(report.Plan.Words),
        report.Isolation is { } isolation ? new InputName(isolation.ToString()).Kebab : "");

    private static double Round(double seconds) => Math.Round(seconds, 3);

    private static string Relative(string directory, string? file) => file is null ? "" : Path.GetRelativePath(directory, file).Replace('\\', '/');

    private static string Bounded(string line) => line.Length <= MaxMessage ? line : line[..MaxMessage] + "…";
}
