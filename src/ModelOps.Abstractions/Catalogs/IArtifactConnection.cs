using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>A connection that keeps files at locations of its own.</summary>
public interface IArtifactConnection : IBackendConnection
{
    /// <summary>Files.</summary>
    IArtifactStore Artifacts { get; }

    /// <summary>
    /// Whether a location is one of this connection's. A location is text from a server: credentials are for hosts that the configuration or the cloud
    /// names, and a connection keeps nothing anywhere else.
    /// </summary>
    /// <param name="location">URI or path that a tracking store or a registry gave out.</param>
    bool Keeps(string location);
}
