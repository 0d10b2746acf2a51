using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>The versions of one key as they were read.</summary>
/// <param name="Live">The one that counts; null when none does.</param>
/// <param name="Surplus">Those that have to be superseded by it.</param>
internal sealed record KeyedVersions(ModelVersion? Live, IReadOnlyList<ModelVersion> Surplus);
