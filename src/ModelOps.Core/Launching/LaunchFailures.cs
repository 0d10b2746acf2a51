using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Launching;

/// <summary>Failures to start a sandbox, in the words of the diagnostic catalogue.</summary>
internal static class LaunchFailures
{
    /// <summary>What the sandbox itself found wrong with what it was told.</summary>
    public static ModelOpsException Refused(IReadOnlyList<SandboxProblem> problems) => problems.Count == 0
        ? NotReady("it gave no reason", "")
        : new(ExitCode.BadInput, [.. problems.Select(Diagnose)]);

    /// <summary>It did not get that far.</summary>
    /// <param name="reason">Why, as the end of a sentence.</param>
    /// <param name="errors">What it wrote on its standard error.</param>
    public static ModelOpsException NotReady(string reason, string errors) => new(ExitCode.CouldNotRun, SandboxDiagnostics.NotReady.At(
        errors.Length == 0 ? $"The sandbox did not start: {reason}." : $"The sandbox did not start: {reason}. It wrote: {errors}"));

    private static Diagnostic Diagnose(SandboxProblem problem)
    {
        var descriptor = DiagnosticCatalog.All.FirstOrDefault(candidate => candidate.Code == problem.Code) ?? SandboxDiagnostics.NotReady;
        var span = problem.File is { } file ? new SourceSpan(file, problem.Line ?? 0, problem.Column ?? 0) : null;
        return descriptor.At(problem.Message, span) with { Severity = Severity.Error };
    }
}
