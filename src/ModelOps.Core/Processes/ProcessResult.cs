namespace ModelOps.Core.Processes;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; meaningless when it ran out of time.</param>
/// <param name="TimedOut">Whether it was ended because its time was over.</param>
internal sealed record ProcessResult(int ExitCode, bool TimedOut);
