namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of the report as a comment on a pull request (MOP4012 to MOP4014). None of them changes an exit code.</summary>
public static class CommentDiagnostics
{
    /// <summary>The token has no right to comment.</summary>
    public static readonly DiagnosticDescriptor RightsMissing = new(
        "MOP4012", Severity.Warning, "Token may not comment on the pull request",
        "modelops.yml asks for the report as a comment (`report: {comment: true}`), and GitHub refused it to the token of the job.",
        "Add the permission that the message names under `permissions:` of the job; where the job is in a reusable workflow, also of the job that calls it. A pull request whose conversation is locked takes no comment.");

    /// <summary>The comment was not written for another reason.</summary>
    public static readonly DiagnosticDescriptor Failed = new(
        "MOP4013", Severity.Warning, "Report could not be written on the pull request",
        "modelops.yml asks for the report as a comment (`report: {comment: true}`), and it could not be written: the token is missing or not accepted, GitHub did not answer, or asked for a longer wait than a minute.",
        "Do what the message says, or run the job again. The report is in the summary of the build all the same.");

    /// <summary>A pull request that has no right to comment by its kind.</summary>
    public static readonly DiagnosticDescriptor NotForForks = new(
        "MOP4014", Severity.Info, "No comment on the pull request of a fork",
        "The build of a pull request from a fork, or of one whose origin cannot be told, has a token that only reads; and a build with the rights of the target branch (`pull_request_target`) writes nothing that such a pull request has a part in.",
        "Nothing: the report is in the summary of the build.");
}
