namespace ModelOps.Abstractions.Registry;

/// <summary>Answer to a version draft.</summary>
/// <param name="Version">The version; may still be pending.</param>
/// <param name="IsNew">Whether the call created it; false when the draft's unique tag was there already.</param>
public sealed record AddedVersion(ModelVersion Version, bool IsNew);
