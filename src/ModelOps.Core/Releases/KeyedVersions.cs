using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>The versions of one key as they were read.</summary>
/// <param name="Live">The one that counts; null when none does.</param>
/// <param name="Surplus">Those that have to be superseded by it.</param>
/// <param name="Pending">Numbers of those that are pending and not superseded, in order.</param>
internal sealed record KeyedVersions(ModelVersion? Live, IReadOnlyList<ModelVersion> Surplus, IReadOnlyList<int> Pending);
