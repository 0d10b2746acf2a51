namespace ModelOps.Abstractions.Registry;

/// <summary>Tags that the toolkit writes on model versions.</summary>
public static class VersionTags
{
    /// <summary>Hash of registered model, digest and commit: makes register idempotent.</summary>
    public const string Key = "modelops.key";

    /// <summary>Digest of the package's content.</summary>
    public const string Digest = "modelops.digest";

    /// <summary>Digest of the package's manifest: the content's digest does not cover the names of files.</summary>
    public const string Manifest = "modelops.manifest";

    /// <summary>Bytes of all files together: no more than that are fetched.</summary>
    public const string Size = "modelops.size";

    /// <summary>Commit that the package was built from.</summary>
    public const string Commit = "modelops.commit";

    /// <summary>Branch that the package was built from.</summary>
    public const string Branch = "modelops.branch";

    /// <summary>Repository that the package was built from.</summary>
    public const string Repository = "modelops.repository";

    /// <summary>Page of the build that registered the version.</summary>
    public const string BuildUrl = "modelops.build_url";

    /// <summary>Pull request that the build ran for.</summary>
    public const string PullRequest = "modelops.pull_request";

    /// <summary>Whether only the build host said what the package was built from; absent where a repository or a record confirmed it.</summary>
    public const string Provenance = "modelops.provenance";

    /// <summary>When the toolkit took over a version that something else had registered: where that came from nobody has recorded.</summary>
    public const string Adopted = "modelops.adopted";

    /// <summary>Version that this one was copied from, as environment and reference.</summary>
    public const string CopiedFrom = "modelops.copied_from";

    /// <summary>Version that counts instead of this one.</summary>
    public const string SupersededBy = "modelops.superseded_by";

    /// <summary>Versions that stayed pending and that this one was made for, separated by commas.</summary>
    public const string Replaces = "modelops.replaces";

    /// <summary>Short result of the gates.</summary>
    public const string Gates = "modelops.gates";

    /// <summary>What the gates decided: promote, keep, canary, approve, reject or undecided.</summary>
    public const string Decision = "modelops.decision";

    /// <summary>Digests of what the verdict rests on, by which a later run sees that nothing has changed.</summary>
    public const string Judged = "modelops.judged";

    /// <summary>Whether the version's content was rolled back in its catalog and must not come back by itself, with the reason.</summary>
    public const string Quarantine = "modelops.quarantine";

    /// <summary>PENDING, PASSED or FAILED.</summary>
    public const string ValidationStatus = "model_validation_status";

    private static readonly string[] Origin = [Digest, Manifest, Size, Commit, Branch, Repository, BuildUrl, PullRequest, Provenance, Adopted];

    /// <summary>
    /// Whether only the toolkit writes a tag: what a call brings along must not say who built a version, or that it passed. Without case, because a
    /// registry may ignore it.
    /// </summary>
    /// <param name="key">Key of the tag.</param>
    public static bool IsReserved(string key) =>
        key.StartsWith("modelops.", StringComparison.OrdinalIgnoreCase) || key.Equals(ValidationStatus, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a tag goes along when a version is copied to another environment: provenance and the user's own tags do, verdicts and what belongs
    /// to one catalog (the toolkit's other tags, MLflow's system tags) do not.
    /// </summary>
    /// <param name="key">Key of the tag.</param>
    public static bool TravelsWithVersion(string key) =>
        Origin.Contains(key)
        || (key != ValidationStatus
            && !key.StartsWith("modelops.", StringComparison.Ordinal)
            && !key.StartsWith("mlflow.", StringComparison.Ordinal));
}
