using ModelOps.Abstractions.Diagnostics;
using ModelOps.Cli.Tables;
using ModelOps.Core.Running;

namespace ModelOps.Cli.Results;

/// <summary>The last lines for people: the verdict, why, and the next command.</summary>
internal static class Conclusion
{
    /// <summary>The lines; none where a verb that only reads went well.</summary>
    /// <param name="report">The report, with a result.</param>
    /// <param name="view">Makes text safe.</param>
    /// <param name="form">How text is laid out.</param>
    public static IReadOnlyList<string> Lines(VerbReport report, ResultView view, TextForm form)
    {
        var headline = view.Headline(report);
        var next = NextOf(report, view);
        if (report.ExitCode == ExitCode.Ok && headline.Length == 0 && next is null)
        {
            return [];
        }

        return Lines(report, $"{Outcome(report.ExitCode)}{(headline.Length > 0 ? $"; {headline}" : "")}", next, view, form);
    }

    /// <summary>The lines for several models.</summary>
    public static IReadOnlyList<string> Lines(VerbReport report, SeriesReport series, ResultView view, TextForm form) =>
        Lines(report, $"{view.Clean(series.Verdict)}{(report.ExitCode == ExitCode.Ok ? "" : $" (exit code {(int)report.ExitCode})")}", report.ExitCode == ExitCode.Ok ? null : NextOf(report, view), view, form);

    private static IReadOnlyList<string> Lines(VerbReport report, string outcome, string? next, ResultView view, TextForm form)
    {
        var lines = new List<(string Name, IReadOnlyList<string> Lines)> { ("verdict", [$"{report.Verb.CommandText}: {outcome}"]) };
        if (report.ExitCode != ExitCode.Ok && Cause(report) is { } cause)
        {
            lines.Add(("why", [$"{cause.Code}: {view.Clean(cause.Message)}"]));
        }

        if (next is not null)
        {
            lines.Add(("next", [next]));
        }

        return [.. ValueList.Lines(lines, form)];
    }

    private static string Outcome(ExitCode exitCode) => exitCode == ExitCode.Ok
        ? SeriesReport.Words(exitCode)
        : $"{SeriesReport.Words(exitCode)} (exit code {(int)exitCode})";

    private static Diagnostic? Cause(VerbReport report) =>
        report.Diagnostics.OrderBy(finding => finding.Severity == Severity.Error ? 0 : 1).FirstOrDefault(finding => finding.Severity != Severity.Info);

    private static string? NextOf(VerbReport report, ResultView view) => report.ExitCode == ExitCode.Ok
        ? report.Next is { } next && view.Clean(next) == next ? next : null
        : Cause(report)?.Descriptor.ExplainCommand;
}
