using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>A connection that keeps files at locations of its own.</summary>
public interface IArtifactConnection : IBackendConnection
{
    /// <summary>Files.</summary>
    IArtifactStore Artifacts { get; }

    /// <summary>Whether a location is one of this connection's.</summary>
    /// <param name="location">URI or path that a tracking store or a registry gave out.</param>
    bool Keeps(string location);
}
