namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of gates (MOP70xx).</summary>
public static class GateDiagnostics
{
    /// <summary>A gate that failed.</summary>
    public static readonly DiagnosticDescriptor Failed = new(
        "MOP7001", Severity.Error, "Gate failed",
        "What a gate looked at is outside its limit.",
        "See the table of gates and the report for the value and its limit.");

    /// <summary>A gate that could not run.</summary>
    public static readonly DiagnosticDescriptor CouldNotRun = new(
        "MOP7002", Severity.Error, "Gate could not run",
        "A gate had no evidence to judge: this is never a pass.",
        "Provide what the message says is missing, or switch the gate off by name in modelops.yml.");

    /// <summary>A gate that could never judge.</summary>
    public static readonly DiagnosticDescriptor Misconfigured = new(
        "MOP7003", Severity.Error, "Gate cannot work as configured",
        "The gates of modelops.yml name a metric, column or rule that cannot be judged, or give no limit at all.",
        "Correct the key shown.");

    /// <summary>A package was validated without being registered.</summary>
    public static readonly DiagnosticDescriptor PullRequestOnly = new(
        "MOP7004", Severity.Warning, "Nothing is written for a package",
        "A package that is not registered has no tags and no alias to write.",
        "Register it, and validate the version.");

    /// <summary>A mutant that no gate stopped.</summary>
    public static readonly DiagnosticDescriptor MutantSurvived = new(
        "MOP7005", Severity.Error, "Bad candidate survived",
        "A candidate that was made bad on purpose passed all gates.",
        "Tighten the gate that the table names, add it, or list the mutant under gates.verify.optional with a reason.");

    /// <summary>A validation that another run had left unfinished.</summary>
    public static readonly DiagnosticDescriptor TakenOver = new(
        "MOP7006", Severity.Info, "Validation taken over",
        "The version had model_validation_status PENDING from a run that did not come to its end, or in which a gate could not run.",
        "Nothing: this run decides.");

    /// <summary>A version whose validation did not decide.</summary>
    public static readonly DiagnosticDescriptor Undecided = new(
        "MOP7007", Severity.Error, "Validation left it open",
        "The version passed its gates but the comparison lacked evidence, and the policy leaves it to a canary or a person.",
        "Promote it with --allow-undecided once the canary or the person has decided.");

    /// <summary>A version that another changed while it was judged.</summary>
    public static readonly DiagnosticDescriptor Retagged = new(
        "MOP7008", Severity.Error, "Version changed while it was judged",
        "Between the hashing of its files and the verdict the version was deleted, its tags of digest were rewritten, or a command changed its copy or a file that modelops.yml names.",
        "Find out who changed it: the code of the model runs in the commands of modelops.yml. Then validate the version again.");

    /// <summary>A version that lost its alias because it does not pass any more.</summary>
    public static readonly DiagnosticDescriptor AliasTaken = new(
        "MOP7009", Severity.Warning, "Alias taken away",
        "The version passed earlier and has the alias from then; validated again, it does not pass.",
        "See which gate it does not pass. Validated with success, the version gets the alias again.");

    /// <summary>A version that is its own champion.</summary>
    public static readonly DiagnosticDescriptor ItsOwnChampion = new(
        "MOP7010", Severity.Info, "The version is the champion itself",
        "The version that is judged has the alias of the champion, or the very content of the champion, so there is no other model to compare it with.",
        "Nothing: it has to be better than the baseline, and the other gates judge it as they judge any version.");

    /// <summary>A pull request of a fork, for which nothing can be read.</summary>
    public static readonly DiagnosticDescriptor WithoutCredentials = new(
        "MOP7011", Severity.Error, "No credentials for a fork's pull request",
        "The build runs code of a fork, which gets no credentials, and the catalog with the champion asks for some.",
        "Leave the gates out of builds of forks, as the templates do, and validate on a branch of the repository itself.");

    /// <summary>A version that passed without a comparison.</summary>
    public static readonly DiagnosticDescriptor NotCompared = new(
        "MOP7012", Severity.Warning, "No comparison",
        "modelops.yml has no `evaluation` for the model, so the version was judged by what there is and compared with nothing. The first champion of an environment may be such a version; a later one is up to a person.",
        "Add `evaluation` to the model in modelops.yml. Until then promote with --allow-undecided, or set gates.champion.not_compared: allow.");

    /// <summary>A version of which a verdict on the same evidence is there.</summary>
    public static readonly DiagnosticDescriptor Unchanged = new(
        "MOP7013", Severity.Info, "Nothing has changed since the last verdict",
        "The version passed on the same model files, evaluation data and section of modelops.yml, beside the same champion; that verdict stands.",
        "Nothing. --refresh judges anew.");

    /// <summary>A candidate with the champion's content.</summary>
    public static readonly DiagnosticDescriptor NothingToRelease = new(
        "MOP7014", Severity.Info, "Nothing to release",
        "The content that was judged is that of the champion, so there is nothing that could replace it.",
        "Nothing: the champion stays.");
}
