using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>What a registry works beside.</summary>
/// <param name="Tracking">The connection that keeps the catalog's runs; the registry's own connection where one address serves as both.</param>
/// <param name="Artifacts">Files at whatever location the tracking store gives out.</param>
public sealed record RegistrySurroundings(ITrackingConnection Tracking, IArtifactStore Artifacts);
