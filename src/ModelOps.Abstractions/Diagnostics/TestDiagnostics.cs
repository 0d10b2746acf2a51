namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of tests and of the programs that run them (MOP50xx).</summary>
public static class TestDiagnostics
{
    /// <summary>A program that cannot be started.</summary>
    public static readonly DiagnosticDescriptor ProgramNotStarted = new(
        "MOP5001", Severity.Error, "Program cannot be started",
        "The program of a command is not on PATH, is not executable, or the system refuses to start it. The working directory is not searched for a bare name.",
        "Install it in an earlier step, correct the spelling, or write its path (./tools/run.sh) when it is part of the repository.");

    /// <summary>A test that failed.</summary>
    public static readonly DiagnosticDescriptor TestFailed = new(
        "MOP5002", Severity.Error, "Test failed",
        "A test of a stage ran and failed, or broke before it came to its end.",
        "Open the place shown; the log of the stage and the JUnit file have the whole message.");

    /// <summary>A command that failed although its tests passed.</summary>
    public static readonly DiagnosticDescriptor CommandFailed = new(
        "MOP5003", Severity.Error, "Command of a stage failed",
        "The command ended with an exit code other than 0, and no test of it is known to have failed: something beside the tests went wrong.",
        "Read the end of the stage's log.");

    /// <summary>A stage that ran out of time.</summary>
    public static readonly DiagnosticDescriptor StageTimedOut = new(
        "MOP5004", Severity.Error, "Stage ran out of time",
        "The command was not done within the stage's timeout, and was ended with all processes that it had started.",
        "Find out what it waited for; else raise timeout of the stage in modelops.yml, or run it on less data by sample.");

    /// <summary>A stage or suite that ran no test.</summary>
    public static readonly DiagnosticDescriptor NoTests = new(
        "MOP5005", Severity.Error, "No test ran",
        "A suite, or a stage that promises results, ran no test at all: nothing was found, everything was skipped, or the command ended before.",
        "Let the command write its results to {results} as JUnit XML or TRX (pytest --junitxml={results}, dotnet test --logger \"trx;LogFileName={results}\"), and check what it selects.");

    /// <summary>Results that cannot be read.</summary>
    public static readonly DiagnosticDescriptor ResultsUnreadable = new(
        "MOP5006", Severity.Error, "Test results cannot be read",
        "The file of results is neither JUnit XML nor TRX, is damaged, or is larger than the toolkit reads.",
        "Let the test runner write JUnit XML or TRX, and nothing else write to the same file.");

    /// <summary>Nothing to run.</summary>
    public static readonly DiagnosticDescriptor NoStages = new(
        "MOP5007", Severity.Error, "No stage to run",
        "modelops.yml lists no model of this name, or no stage of the suite and the names that were asked for.",
        "Add stages under `tests` of the model in modelops.yml, or ask for those that are there.");

    /// <summary>Variables that an untrusted pull request asks for.</summary>
    public static readonly DiagnosticDescriptor VariablesWithheld = new(
        "MOP5008", Severity.Warning, "Variables withheld from a pull request",
        "pass_environment of modelops.yml names variables for a command, but the pull request comes from a fork, or its origin cannot be told: the file is its own, so what it asks for is not passed.",
        "Nothing where the command can do without; else run it on a branch of the repository, after a review.");
}
