namespace ModelOps.Abstractions.Diagnostics;

/// <summary>Codes of register, promote and rollback (MOP30xx).</summary>
public static class ReleaseDiagnostics
{
    /// <summary>The bytes in the registry are not those that were packaged.</summary>
    public static readonly DiagnosticDescriptor DigestMismatch = new(
        "MOP3001", Severity.Error, "Digest mismatch",
        "The files that the registry holds for a version do not have the digest the version was registered with.",
        "Do not use the version. Find out who changed the artifacts; register the package again.");

    /// <summary>The alias moved while the verb ran.</summary>
    public static readonly DiagnosticDescriptor AliasMoved = new(
        "MOP3002", Severity.Error, "Alias moved by someone else",
        "The alias does not point where it did when the verb started.",
        "Look at `modelops history`, then run the verb again.");

    /// <summary>The branch policy does not allow it.</summary>
    public static readonly DiagnosticDescriptor PolicyRefused = new(
        "MOP3003", Severity.Error, "Branch policy refuses the promotion",
        "modelops.yml maps branches to environments, and the current branch is not mapped to this one.",
        "Promote from a branch that the policy names, or change the policy in a reviewed commit. Where a build host other than GitHub Actions and Azure Pipelines checks out no branch, set MODELOPS_BRANCH to its name.");

    /// <summary>A pull request tried to promote.</summary>
    public static readonly DiagnosticDescriptor PullRequestRefused = new(
        "MOP3004", Severity.Error, "A pull request never promotes",
        "The build runs for a pull request; what it would promote has not been merged.",
        "Merge first. Use --dry-run in a pull request to see the plan.");

    /// <summary>The version is older than what the alias has.</summary>
    public static readonly DiagnosticDescriptor OlderCommit = new(
        "MOP3005", Severity.Error, "Older commit than the present one",
        "The commit of the version is an ancestor of the commit that the alias has now.",
        "Use `modelops rollback` to go back, or --allow-older when this is meant.");

    /// <summary>The clone is too shallow to tell the order of commits.</summary>
    public static readonly DiagnosticDescriptor OrderUnknown = new(
        "MOP3006", Severity.Error, "Clone too shallow to tell commit order",
        "The clone is shallow: one of the two commits, or what connects them, is not in it, so that the toolkit cannot tell which is newer.",
        "Check out with full history (`fetch-depth: 0` of actions/checkout, `fetchDepth: 0` in Azure Pipelines, `GIT_DEPTH: 0` in GitLab), or run `git fetch --unshallow` before.");

    /// <summary>There is nothing to roll back to.</summary>
    public static readonly DiagnosticDescriptor NothingToRollBack = new(
        "MOP3007", Severity.Error, "Nothing to roll back to",
        "The ledger has no move of this alias, or the alias had no version before its last move.",
        "`modelops history` shows the moves; promote a version instead.");

    /// <summary>No environment comes before the target.</summary>
    public static readonly DiagnosticDescriptor SourceUnknown = new(
        "MOP3008", Severity.Error, "Source environment unknown",
        "The target environment is the first in modelops.yml, so there is none before it to promote from.",
        "Give --from ENVIRONMENT.");

    /// <summary>The version carries no digest.</summary>
    public static readonly DiagnosticDescriptor DigestMissing = new(
        "MOP3009", Severity.Error, "Version has no digest",
        "The version was not registered by the toolkit: it lacks the tags modelops.digest and modelops.manifest, so its content cannot be verified.",
        "Take the version over with `modelops adopt`, or register the model with `modelops register --path`.");

    /// <summary>Two versions carry the same key.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "MOP3010", Severity.Warning, "Two versions of one content and commit",
        "Concurrent runs registered the same content and commit; the lowest ready version counts.",
        "Nothing; the others carry the tag modelops.superseded_by.");

    /// <summary>The version failed validation.</summary>
    public static readonly DiagnosticDescriptor NotValidated = new(
        "MOP3011", Severity.Error, "Version has not passed validation",
        "The version carries model_validation_status FAILED or PENDING; or the alias is champion or challenger, and the version was never validated.",
        "Run modelops validate on the version where it is, or take one that passed. Other aliases, such as candidate, are free.");

    /// <summary>A ledger entry was changed or removed.</summary>
    public static readonly DiagnosticDescriptor LedgerBroken = new(
        "MOP3012", Severity.Warning, "Ledger entry changed or removed",
        "Every ledger entry is sealed and continues the seals of those before it. This one is not as it was sealed, or what it continues is not there; it does not count.",
        "Compare the runs of the ledger's experiment with the build logs; find out who changed them. A champion whose entry is gone gets a new one with `modelops adopt --alias champion`.");

    /// <summary>The version's commit is not part of the branch that promotes it.</summary>
    public static readonly DiagnosticDescriptor NotOnBranch = new(
        "MOP3013", Severity.Error, "Version is not from this branch",
        "modelops.yml maps branches to environments, and the commit of the version is not among the commits of the branch that is being built.",
        "Merge the commit into this branch first, or name a version of it with --version.");

    /// <summary>Tags of a call that a version which was there already did not get.</summary>
    public static readonly DiagnosticDescriptor TagsKept = new(
        "MOP3014", Severity.Info, "Version keeps the tags that it has",
        "The content and commit are registered already; register does not change a version that is there.",
        "Set them with `modelops annotate`.");

    /// <summary>The alias is there in another spelling only.</summary>
    public static readonly DiagnosticDescriptor AliasSpelling = new(
        "MOP3015", Severity.Error, "Alias is spelled otherwise",
        "The registry tells aliases apart by capitals, has no alias of the spelling asked for, and has one of another spelling; what serves reads that one.",
        "Use the spelling that the registry has in --alias, modelops.yml or the branch policy; or delete the alias there first.");

    /// <summary>The alias is there in two spellings.</summary>
    public static readonly DiagnosticDescriptor AliasTwice = new(
        "MOP3016", Severity.Warning, "Alias is there in more than one spelling",
        "The registry tells aliases apart by capitals and has the one asked for and another spelling of it.",
        "Find out which one serving reads, and delete the other.");

    /// <summary>The ledger is not where modelops.yml says.</summary>
    public static readonly DiagnosticDescriptor LedgerElsewhere = new(
        "MOP3017", Severity.Warning, "Ledger is somewhere else",
        "modelops.yml names an experiment for the ledgers of the environment, in which the model has no entry; the usual one, modelops/<registered model>, has some. They are not read: rollback does not know the moves in them.",
        "Rename the old experiment to the new name, in MLflow's UI or with `mlflow experiments rename`; or take `ledger` out of modelops.yml again.");

    /// <summary>Content that was rolled back.</summary>
    public static readonly DiagnosticDescriptor RolledBack = new(
        "MOP3018", Severity.Error, "Content was rolled back here",
        "A rollback took this very content away in this environment, so no later push brings it back by itself.",
        "Fix the model and release other content. If the rollback was the mistake, roll it back with `modelops rollback`, or name the version with --allow-rolled-back.");

    /// <summary>Content that is registered already.</summary>
    public static readonly DiagnosticDescriptor SameContent = new(
        "MOP3019", Severity.Info, "Content is registered already",
        "The newest version of the environment has this very content, from another commit: it is the result, and no other is made.",
        "Nothing. The ledger has the commit.");

    /// <summary>The first champion, with nothing that it was compared with.</summary>
    public static readonly DiagnosticDescriptor FirstChampion = new(
        "MOP3020", Severity.Warning, "First champion without a comparison",
        "The version passed, but nothing says how good it is; as the first champion of the environment it is taken.",
        "Add `evaluation` to the model in modelops.yml, so that later versions are compared with it.");

    /// <summary>A version without a commit cannot be put in order.</summary>
    public static readonly DiagnosticDescriptor CommitUnknown = new(
        "MOP3021", Severity.Error, "Version has no commit",
        "The version that shall have the alias has no commit, or none that is a full hash, and the version that has the alias was built from one: which is newer cannot be told.",
        "Release a version that was registered from a checkout. One that was adopted, or registered outside of a repository, never gets a commit: --allow-older gives it the alias.");

    /// <summary>An entry without a seal.</summary>
    public static readonly DiagnosticDescriptor LedgerUnsealed = new(
        "MOP3022", Severity.Warning, "Ledger entry without a seal",
        "An older modelops wrote this entry into a ledger whose entries are sealed since, or something else did. It is shown and does not count: no rollback goes by it.",
        "Use one version of modelops in all jobs. A champion that only this entry has made gets a sealed one with `modelops adopt --alias champion`.");

    /// <summary>The head of the ledger is not the newest entry.</summary>
    public static readonly DiagnosticDescriptor LedgerHeadBehind = new(
        "MOP3023", Severity.Info, "Head of the ledger is behind",
        "The registered model's tag that names the newest entries of its ledger does not name this one: the run was killed at its end, another ended at the same moment, or somebody changed the tag.",
        "Nothing: the next entry puts it right.");

    /// <summary>The ledger does not vouch for the version that a rollback would go back to.</summary>
    public static readonly DiagnosticDescriptor NotVouched = new(
        "MOP3024", Severity.Error, "Ledger does not vouch for the version",
        "A rollback goes to a version that an entry which counts has given the alias, that has a digest, and that no later validation has failed.",
        "See `modelops history --verify`, then promote a version that passed; or take it on yourself with --force and a reason, which the ledger keeps.");

    /// <summary>The key of the ledger is missing.</summary>
    public static readonly DiagnosticDescriptor LedgerKeyMissing = new(
        "MOP3025", Severity.Error, "Key of the ledger is missing",
        "modelops.yml names a variable with the key that seals the entries of the ledger.",
        "Give the job the secret under that name: at least 32 random bytes, such as the output of `openssl rand -hex 32`.");

    /// <summary>The ledger holds.</summary>
    public static readonly DiagnosticDescriptor LedgerWhole = new(
        "MOP3026", Severity.Info, "Ledger is whole",
        "Every ended entry is as it was sealed, continues entries that are there, and the newest ones are those that the registered model names.",
        "Nothing is to be done.");

    /// <summary>The ledger does not hold.</summary>
    public static readonly DiagnosticDescriptor LedgerNotWhole = new(
        "MOP3027", Severity.Error, "Ledger is not whole",
        "`history --verify` found an entry that is not as it was sealed, has no seal, or continues what is not there; or one of the newest is gone.",
        "Compare the runs of the ledger's experiment with the build logs, beginning at the place that is named.");

    /// <summary>The version that an alias leaves is one that no rollback goes back to.</summary>
    public static readonly DiagnosticDescriptor AliasFromElsewhere = new(
        "MOP3028", Severity.Warning, "Alias was set by something else",
        "The alias has a version that no entry of the ledger which counts has given it to: a UI or a script did, or the entry is gone. After this move a rollback refuses to go back to that version.",
        "Run `modelops adopt --alias champion`, or with the alias that is named, before the promotion: the version gets an entry. `promote --dry-run` warns in time. Afterwards only `rollback --force` goes back to it.");

    /// <summary>A rollback was made before, for the same reason.</summary>
    public static readonly DiagnosticDescriptor RolledBackBefore = new(
        "MOP3029", Severity.Info, "Rolled back already",
        "The last move of the alias is a rollback for the reason that was given now: the call was made before, and is not made again.",
        "Nothing, where a job was repeated. To undo the rollback, roll back for another reason.");

    /// <summary>What is checked out is not what the build host names.</summary>
    public static readonly DiagnosticDescriptor OtherTree = new(
        "MOP3030", Severity.Error, "Tree is not the one that the build host names",
        "The build host names the commit of the event that started the build. What is checked out, or what the package was made from, is neither that commit nor the pull request's merge of it: a workflow that a comment or another run started, a second checkout, or a `ref` of its own.",
        "Check out the commit of the event (without `ref`), and release from the build that the branch's own push starts. The tree of a pull request is released by merging it.");

    /// <summary>Only the build host says what a model is from.</summary>
    public static readonly DiagnosticDescriptor Unconfirmed = new(
        "MOP3031", Severity.Error, "Only the build host says what the model is from",
        "The model is in no repository, as a package is that another job made, and the record that `package` writes beside it is not there or not taken: which tree it was made from nobody can tell, so that it does not become champion.",
        "Hand X.modelpkg.provenance.json on together with X.modelpkg, as the templates do, and register again; or register from the checkout.");

    /// <summary>The record beside a package is not taken.</summary>
    public static readonly DiagnosticDescriptor RecordRefused = new(
        "MOP3032", Severity.Warning, "Record beside the package is not taken",
        "X.modelpkg.provenance.json is not the text that `package` writes, or names the digest of another package.",
        "Make the package again with `modelops package`, and hand both files on together.");

    /// <summary>The package is not the one that was checked.</summary>
    public static readonly DiagnosticDescriptor UnexpectedDigest = new(
        "MOP3033", Severity.Error, "Package is not the one that was expected",
        "register was told which digest the package must have, and it has another: it is not the one that the job before checked and tested. Nothing was written.",
        "Find out where the package was exchanged between the jobs; run the whole pipeline again.");

    /// <summary>A version without a commit.</summary>
    public static readonly DiagnosticDescriptor RegisteredWithoutCommit = new(
        "MOP3034", Severity.Warning, "Registered without a commit",
        "The model is in no git repository with a commit, and nothing else says which commit it is from: the order of such a version among others is never known.",
        "Register from a checkout, or a package that was made in one.");

    /// <summary>A promotion leaves out an environment, where that is forbidden.</summary>
    public static readonly DiagnosticDescriptor OrderBroken = new(
        "MOP3035", Severity.Error, "Promotion leaves the order of environments",
        "modelops.yml has `promotion: {order: strict}`: a version goes from one environment to the next, in the order in which they are listed.",
        "Promote to the environments between first.");

    /// <summary>A promotion leaves out an environment.</summary>
    public static readonly DiagnosticDescriptor EnvironmentSkipped = new(
        "MOP3036", Severity.Warning, "Promotion leaves out an environment",
        "The source is not the environment before the target in modelops.yml: what the gates of those between would have said nobody knows.",
        "Promote to the environments between first. `promotion: {order: strict}` in modelops.yml refuses what skips one.");
}
