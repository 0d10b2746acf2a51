using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Hosting;

/// <summary>The findings of what git cannot answer: each reason has a code, and with it a fix of its own.</summary>
internal static class GitFindings
{
    /// <summary>The finding of a question that has no answer.</summary>
    /// <param name="refusal">Why not.</param>
    /// <param name="question">What cannot be told, as a clause without a full stop.</param>
    public static Diagnostic Of(GitRefusal refusal, string question) => CodeOf(refusal.Fault).At($"{question}: {refusal.Words}.");

    /// <summary>Whether a finding is that something could not be told.</summary>
    public static bool IsUnanswered(Diagnostic finding) => Enum.GetValues<GitFault>().Any(fault => CodeOf(fault) == finding.Descriptor);

    private static DiagnosticDescriptor CodeOf(GitFault fault) => fault switch
    {
        GitFault.NotARepository => GitDiagnostics.NotARepository,
        GitFault.NoCommit => GitDiagnostics.NoCommit,
        GitFault.NoHash => ReleaseDiagnostics.CommitUnknown,
        GitFault.Ownership => GitDiagnostics.Ownership,
        GitFault.Shallow => ReleaseDiagnostics.OrderUnknown,
        GitFault.Partial => GitDiagnostics.PartialClone,
        GitFault.CommitMissing => GitDiagnostics.CommitMissing,
        GitFault.ProgramNeeded => GitDiagnostics.ProgramNeeded,
        _ => GitDiagnostics.Failed,
    };
}
