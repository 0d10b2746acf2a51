using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Hosting.Comments;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>The report of a verb as a comment on the pull request that is built. Whatever fails is a finding: the verb has ended.</summary>
/// <param name="world">What the front and the machine provide.</param>
internal sealed class ReportComment(VerbWorld world)
{
    // Of all requests and waits together: a job does not stand still for a comment.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Writes it, where there is one to write.</summary>
    /// <param name="report">What came of the verb.</param>
    /// <param name="loaded">modelops.yml; null when it could not be looked for.</param>
    /// <param name="arguments">The call's arguments: model and environment tell its comment from others.</param>
    /// <param name="isForSeveral">Whether the call is for several models.</param>
    /// <param name="cancellationToken">Ends every request.</param>
    /// <returns>The report, with a finding where no comment could be written. Its exit code is the same.</returns>
    public async Task<VerbReport> AddAsync(
        VerbReport report, LoadedConfiguration? loaded, ArgumentSource arguments, bool isForSeveral, CancellationToken cancellationToken)
    {
        if (!IsWanted(report, loaded))
        {
            return report;
        }

        var origins = new VerbRun(world, report.Verb, arguments, loaded, _ => { }).Bind(isForSeveral).Origins;
        var marker = CommentMarker.Of(report.Verb.Name, isForSeveral ? CommentMarker.Several : ValueOf(origins, "model"), ValueOf(origins, "environment"));
        if (await WriteAsync(marker, report, cancellationToken) is not { } finding)
        {
            return report;
        }

        world.Host.Report(finding);
        return report with { Diagnostics = [.. report.Diagnostics, finding] };
    }

    private bool IsWanted(VerbReport report, LoadedConfiguration? loaded) =>
        loaded is { Configuration.Report.Comment: true }
        && report.Verb.IsCommented
        && report is { HasNews: true, ExitCode: not ExitCode.Cancelled }
        && BuildHosts.IsGitHub(world.Environment)
        && GitHubBuild.Read(world.Environment).IsPullRequest;

    private async Task<Diagnostic?> WriteAsync(string marker, VerbReport report, CancellationToken cancellationToken)
    {
        var build = GitHubBuild.Read(world.Environment);
        if (build.IsUntrusted)
        {
            return CommentDiagnostics.NotForForks.At("The report is not written on the pull request, which may be of people who may not write to the repository.");
        }

        var (request, problem) = GitHubRequest.Read(world.Environment, build.PullRequest);
        if (request is null)
        {
            return CommentDiagnostics.Failed.At($"The report is not on the pull request: {problem}");
        }

        var text = CommentText.Of(marker, world.Host.Redact(StepSummary.Of(report)));
        using var limit = new CancellationTokenSource(Longest, world.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await new GitHubComments(request, world.Progress, world.Time).WriteAsync(marker, text, either.Token);
            return null;
        }
        catch (Exception failure)
        {
            return GitHubFailures.Explain(failure, request, cancellationToken.IsCancellationRequested);
        }
    }

    private static string? ValueOf(IReadOnlyList<ValueOrigin> origins, string input) => origins.FirstOrDefault(origin => origin.Input == input)?.Value;
}
