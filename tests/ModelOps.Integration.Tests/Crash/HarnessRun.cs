namespace ModelOps.Integration.Tests.Crash;

/// <summary>What a run of the harness left.</summary>
internal sealed record HarnessRun(int ExitCode, IReadOnlyList<string> Steps, string Error);
