namespace ModelOps.Abstractions.Registry;

/// <summary>Answer to a version draft.</summary>
/// <param name="Version">The version; may still be pending.</param>
/// <param name="IsNew">Whether the call created it; false when the draft's unique tag was there already.</param>
public sealed record AddedVersion(ModelVersion Version, bool IsNew)
{
    /// <summary>Whether the registry knows that no other version was made between the look for the unique tag and this one: there is nothing to settle.</summary>
    public bool IsAlone { get; init; }
}
