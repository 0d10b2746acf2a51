using ModelOps.Abstractions.Tracking;

namespace ModelOps.Abstractions.Registry;

/// <summary>A tag that one live version of a model has at most, and the one place that decides which of several versions with it is the live one.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="WithdrawnKey">Key of the tag that withdraws a version: one that has it is never the live one.</param>
public sealed record UniqueTag(Tag Tag, string WithdrawnKey)
{
    /// <summary>Numbers of versions that stayed pending and do not count any more.</summary>
    public IReadOnlyList<int> GivenUp { get; init; } = [];

    /// <summary>
    /// The live one of some versions: of those that have the tag and are not withdrawn, the earliest READY one, else the earliest pending one; null
    /// when there is none. A pending version of a killed run may never be READY, so a later one that is comes first.
    /// </summary>
    /// <param name="versions">Versions of one model, in any order.</param>
    public ModelVersion? Choose(IEnumerable<ModelVersion> versions) => versions
        .Where(version => IsCandidate(version) && version.Status != VersionStatus.Failed)
        .OrderBy(version => version.Status == VersionStatus.Ready ? 0 : 1)
        .ThenBy(version => version.Version)
        .FirstOrDefault();

    /// <summary>
    /// The versions that have to be withdrawn for the chosen one: those after it. None before it is: two runs could withdraw each other's.
    /// </summary>
    /// <param name="chosen">The live version.</param>
    /// <param name="versions">Versions of one model, in any order.</param>
    public IEnumerable<ModelVersion> Surplus(ModelVersion chosen, IEnumerable<ModelVersion> versions) => chosen.Status == VersionStatus.Ready
        ? versions.Where(version => IsCandidate(version) && version.Version > chosen.Version).OrderBy(version => version.Version)
        : [];

    /// <summary>Numbers of the versions that have the tag, are not withdrawn and pending, in order.</summary>
    /// <param name="versions">Versions of one model, in any order.</param>
    public IEnumerable<int> Pending(IEnumerable<ModelVersion> versions) =>
        versions.Where(version => IsCandidate(version) && version.Status == VersionStatus.Pending).Select(version => version.Version).Order();

    private bool IsCandidate(ModelVersion version) =>
        version.Tags.GetValueOrDefault(Tag.Key) == Tag.Value && !version.Tags.ContainsKey(WithdrawnKey) && !GivenUp.Contains(version.Version);
}
