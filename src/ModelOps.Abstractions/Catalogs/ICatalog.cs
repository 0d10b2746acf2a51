using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>A registry together with the tracking store and the artifact store that it works with.</summary>
public interface ICatalog : IAsyncDisposable
{
    /// <summary>Registered models and versions.</summary>
    IModelRegistry Registry { get; }

    /// <summary>Experiments and runs.</summary>
    ITrackingStore Tracking { get; }

    /// <summary>Files of runs.</summary>
    IArtifactStore Artifacts { get; }
}
