using System.Net;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using Octokit;

namespace ModelOps.Core.Hosting.Comments;

/// <summary>Says why a comment was not written, without a word of the server's.</summary>
internal static class GitHubFailures
{
    /// <summary>The finding for what <see cref="GitHubComments"/> has thrown.</summary>
    /// <param name="failure">The failure; a server that lies can cause any.</param>
    /// <param name="request">The pull request.</param>
    /// <param name="isCancelled">Whether the caller has ended it.</param>
    public static Diagnostic Explain(Exception failure, GitHubRequest request, bool isCancelled) => failure switch
    {
        ApiException { StatusCode: HttpStatusCode.Forbidden } refusal => CommentDiagnostics.RightsMissing.At(
            $"The report is not on pull request {request.Name}: GITHUB_TOKEN may not comment there. It needs {GitHubHeaders.PermissionsOf(refusal.HttpResponse)} in the permissions of the job."),
        ApiException { StatusCode: HttpStatusCode.Unauthorized } => Failed(request, "GITHUB_TOKEN is not accepted, or has expired"),
        ApiException { StatusCode: HttpStatusCode.NotFound } => Failed(request, "GitHub does not know it, or does not show it to this token (404)"),
        ApiException refusal => Failed(request, FormattableString.Invariant($"GitHub answered {(int)refusal.StatusCode}")),
        GitHubBusyException or InvalidDataException => Failed(request, failure.Message),
        JsonException => Failed(request, "the answer is not JSON as GitHub writes it"),
        OperationCanceledException => Failed(request, isCancelled ? "the command was cancelled" : "GitHub took too long"),
        HttpRequestException => Failed(request, $"{request.Api.Host}: {failure.Message}"),
        _ => Failed(request, $"{request.Api.Host} answered what could not be read ({failure.GetType().Name})"),
    };

    private static Diagnostic Failed(GitHubRequest request, string reason) => CommentDiagnostics.Failed.At($"The report is not on pull request {request.Name}: {reason}.");
}
