using ModelOps.Abstractions.Tracking;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>A connection that keeps experiments and runs, and files of runs at locations of its own.</summary>
public interface ITrackingConnection : IArtifactConnection
{
    /// <summary>Experiments and runs.</summary>
    ITrackingStore Tracking { get; }
}
