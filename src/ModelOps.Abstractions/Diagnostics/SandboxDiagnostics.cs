namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of throw-away catalogs and of training (MOP51xx).</summary>
public static class SandboxDiagnostics
{
    /// <summary>A part of the toolkit, or .NET, that is not where it should be.</summary>
    public static readonly DiagnosticDescriptor NotInstalled = new(
        "MOP5101", Severity.Error, "Sandbox cannot be found",
        "The sandbox runs as a process of its own; its program or the .NET host that runs it was not found.",
        "Install the toolkit again; make `dotnet` available by DOTNET_ROOT or PATH.");

    /// <summary>A sandbox that did not get ready.</summary>
    public static readonly DiagnosticDescriptor NotReady = new(
        "MOP5102", Severity.Error, "Sandbox did not start",
        "The process of the sandbox could not listen on its address, ended, or gave no proper answer before the deadline.",
        "The message carries its own words. Check that the port is free, that the address is one of this machine, and that the store's directory can be written.");

    /// <summary>A sandbox that ended while it was needed.</summary>
    public static readonly DiagnosticDescriptor Ended = new(
        "MOP5103", Severity.Error, "Sandbox ended unexpectedly",
        "The process of the sandbox ended before anybody asked it to.",
        "Look for an out-of-memory kill in the system's log; then run the same command again.");

    /// <summary>A sandbox that other machines can reach.</summary>
    public static readonly DiagnosticDescriptor OpenToOthers = new(
        "MOP5104", Severity.Warning, "Sandbox open to others",
        "The sandbox has no sign-in, and listens on an address that is not of this machine alone: anybody who reaches the port can change the catalog.",
        "Leave --host out, or make sure that a firewall lets only those in who may.");

    /// <summary>Something that a test left behind.</summary>
    public static readonly DiagnosticDescriptor LeftBehind = new(
        "MOP5105", Severity.Warning, "Ephemeral catalog not removed",
        "What a test made on the server could not be removed at its end.",
        "Run `modelops clean --environment NAME` once it has expired.");

    /// <summary>A pull request that does not get near a shared server.</summary>
    public static readonly DiagnosticDescriptor Untrusted = new(
        "MOP5106", Severity.Info, "Pull request gets a sandbox",
        "The pull request comes from a fork, or its origin cannot be told; its code gets a sandbox instead of a server with credentials.",
        "Nothing; the tests of the branch run against the environment's server after the merge.");

    /// <summary>A tag of expiry that says nothing.</summary>
    public static readonly DiagnosticDescriptor ExpiryUnreadable = new(
        "MOP5107", Severity.Warning, "Expiry cannot be read",
        "The tag modelops.expires holds no time in ISO 8601 with its zone. What carries it is left alone.",
        "Correct the tag, or remove what carries it by hand.");

    /// <summary>An MLproject file that is not one.</summary>
    public static readonly DiagnosticDescriptor InvalidProject = new(
        "MOP5108", Severity.Error, "MLproject not understood",
        "The MLproject file is missing, is not valid YAML, or has a value of another form than MLflow defines.",
        "Correct the file at the place shown.");

    /// <summary>An entry point that MLproject does not define.</summary>
    public static readonly DiagnosticDescriptor UnknownEntryPoint = new(
        "MOP5109", Severity.Error, "Unknown entry point",
        "MLproject does not define the entry point.",
        "Add it under `entry_points`, or correct the name; the message lists those that are there.");

    /// <summary>A parameter that is unknown, missing or of the wrong type.</summary>
    public static readonly DiagnosticDescriptor InvalidParameter = new(
        "MOP5110", Severity.Error, "Parameter refused",
        "A parameter of an entry point is unknown, missing, or not of its type. Nothing was started.",
        "Correct the parameters; the message says what MLproject expects.");

    /// <summary>A command that only a shell could run.</summary>
    public static readonly DiagnosticDescriptor NeedsShell = new(
        "MOP5111", Severity.Error, "Command needs a shell",
        "The command of an entry point has pipes, variables, redirections or other syntax of a shell. Commands run without one, so that no value is ever taken for syntax.",
        "Move the command into a script and call that, or write bash -c '…' in MLproject.");

    /// <summary>A training that failed.</summary>
    public static readonly DiagnosticDescriptor TrainingFailed = new(
        "MOP5112", Severity.Error, "Training failed",
        "The command of the entry point ended with another code than 0, or took longer than it may.",
        "Look at what the command wrote; correct the cause and run the same command again.");

    /// <summary>A model that the toolkit is not told how to train.</summary>
    public static readonly DiagnosticDescriptor NotTrained = new(
        "MOP5113", Severity.Error, "No training defined",
        "modelops.yml does not list the model, or has no section `train` for it.",
        "Add `train` to the model in modelops.yml, or correct the name.");

    /// <summary>A training of code that nobody has reviewed.</summary>
    public static readonly DiagnosticDescriptor TrainingUntrusted = new(
        "MOP5114", Severity.Error, "Training of an untrusted pull request refused",
        "A training gets the credentials of its environment's server. The pull request comes from a fork, or its origin cannot be told: its code and its modelops.yml must not get them.",
        "Train in an embedded environment (sqlite:///…), test the pipeline with `modelops test`, or train after the merge.");

    /// <summary>A seed file with a mistake in it.</summary>
    public static readonly DiagnosticDescriptor InvalidSeed = new(
        "MOP5150", Severity.Error, "Seed file not valid",
        "The file for --seed is no YAML or JSON, has an unknown key, or a value that does not fit.",
        "Correct the place that the message names; docs/sandbox.md lists the keys.");

    /// <summary>A file of faults with a mistake in it.</summary>
    public static readonly DiagnosticDescriptor InvalidFaults = new(
        "MOP5151", Severity.Error, "Faults file not valid",
        "The file for --faults is no YAML or JSON, has an unknown key, or a value that does not fit.",
        "Correct the place that the message names; docs/sandbox.md lists the keys.");

    /// <summary>A seed that the server itself refuses.</summary>
    public static readonly DiagnosticDescriptor SeedRefused = new(
        "MOP5152", Severity.Error, "Seed refused",
        "The server answered with an error when it loaded a part of the seed file: a name, tag or alias that MLflow does not allow.",
        "Correct the place that the message names, by MLflow's words in the message.");
}
