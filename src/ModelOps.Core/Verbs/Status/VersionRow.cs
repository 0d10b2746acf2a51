namespace ModelOps.Core.Verbs.Status;

/// <summary>One version in one environment.</summary>
/// <param name="Environment">Environment; <c>default</c> without modelops.yml.</param>
/// <param name="Model">Registered model.</param>
/// <param name="Version">Version number.</param>
/// <param name="Aliases">Aliases, in order.</param>
/// <param name="Validation">Value of <c>model_validation_status</c>; empty when there is none.</param>
/// <param name="Commit">Commit hash; empty when unknown.</param>
/// <param name="Since">When the newest alias came to the version, else when the version was created.</param>
/// <param name="By">Who did that; empty when unknown.</param>
/// <param name="Digest">Digest of the content; empty when unknown.</param>
/// <param name="RolledBack">Why the content was rolled back, so that no push brings it back; empty when it was not.</param>
public sealed record VersionRow(
    string Environment,
    string Model,
    int Version,
    IReadOnlyList<string> Aliases,
    string Validation,
    string Commit,
    DateTimeOffset Since,
    string By,
    string Digest,
    string RolledBack);
