namespace ModelOps.Core.Diagnostics;

/// <summary>Codes of tests and of the programs that run them (MOP50xx).</summary>
public static class TestDiagnostics
{
    /// <summary>A program that cannot be started.</summary>
    public static readonly DiagnosticDescriptor ProgramNotStarted = new(
        "MOP5001", Severity.Error, "Program cannot be started",
        "The program of a command is not on PATH, is not executable, or the system refuses to start it. The working directory is not searched for a bare name.",
        "Install it in an earlier step, correct the spelling, or write its path (./tools/run.sh) when it is part of the repository.");
}
